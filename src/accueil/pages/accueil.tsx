import { Button } from '@codegouvfr/react-dsfr/Button';
import { Header } from '@codegouvfr/react-dsfr/Header';
import { Input } from '@codegouvfr/react-dsfr/Input';

export default function Accueil() {
  return (
    <main>
      <Header
        brandTop={<>État</>}
        homeLinkProps={{ href: '/', title: 'Accueil' }}
        serviceTitle="Jalon"
        navigation={[{ text: 'Plans', linkProps: { href: '/plans' } }]}
      />
      <h1>Jalon</h1>
      <Input label="Rechercher" nativeInputProps={{ name: 'q' }} />
      <Button type="submit">Chercher</Button>
    </main>
  );
}
