export default function Connexion() {
  return <h1>Connexion</h1>;
}
