import { Section } from '#interface';

export function Remontees() {
  return (
    <Section titre="Les remontées" id="remontees">
      <p>
        Une remontée pose quelques questions à des services, jusqu’à un jour donné : à tout un réseau (les préfectures,
        les SGAR, les SGC-D) d’un territoire, ou à des services choisis un à un. Jalon suit qui a répondu et additionne.
      </p>
      <ul>
        <li>
          <strong>Préparer.</strong> Un nombre, un pourcentage, un choix, oui ou non, un texte ou un fichier ; un
          pourcentage peut se pondérer par un nombre demandé. Vous relisez ce que verront les services, puis vous
          envoyez : les questions ne changent plus.
        </li>
        <li>
          <strong>Répondre.</strong> Ce qui vous est demandé est à l’accueil et dans « Mes actions ». Un brouillon se
          garde, une réponse se corrige jusqu’à la fermeture, et se confie à un autre service de votre territoire. Si la
          remontée se ferme pendant votre saisie, ce que vous avez écrit est gardé en brouillon.
        </li>
        <li>
          <strong>Relancer.</strong> Le taux de réponse se lit par région et sur une carte. Une relance n’écrit qu’à
          ceux qui n’ont pas répondu, une fois par jour au plus.
        </li>
        <li>
          <strong>Lire les résultats.</strong> Un chiffre ne va jamais sans le nombre de réponses, le taux de réponse et
          l’intervalle où se trouve la vraie valeur, à 95 %. Qui n’a pas répondu n’est pas compté pour zéro. Une fois la
          remontée fermée, vous publiez les résultats à ceux qui ont été interrogés.
        </li>
        <li>
          <strong>Reprendre un résultat.</strong> En un geste, il devient une note d’une action ou la valeur d’un
          indicateur : le chiffre y va avec sa couverture, sa date et son adresse, une seule fois.
        </li>
        <li>
          <strong>Remontée anonyme.</strong> La réponse ne garde ni qui l’a donnée, ni quand. Elle s’adresse à tout un
          réseau, ne se corrige pas, ne demande pas de fichier, et ne publie rien sur moins de cinq réponses.
        </li>
      </ul>
    </Section>
  );
}
