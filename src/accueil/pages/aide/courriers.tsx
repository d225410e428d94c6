import { Lien, Section } from '#interface';

export function CourriersEtRelances() {
  return (
    <Section titre="Les courriers et les relances" id="courriers">
      <p>
        Jalon écrit à chacun un courrier par jour ouvré au plus, et seulement quand quelque chose attend son service :
        tout y est groupé, plan par plan, avec un lien vers chaque action. Le premier jour ouvré de la semaine, le
        courrier dit aussi ce qui vient jusqu’au dimanche.
      </p>
      <ul>
        <li>
          <strong>Ce qui est rappelé</strong> : une échéance proche ou dépassée, une action sans nouvelle, un comité qui
          va se réunir, une remontée sans réponse. Donner des nouvelles, reporter ou terminer l’action suffit à faire
          cesser le rappel.
        </li>
        <li>
          <strong>Une action déclinée par territoire</strong> se rappelle de même aux services de chaque territoire,
          avec le lien où l’on dit où elle en est chez soi ; un territoire qui a fini n’est plus rappelé.
        </li>
        <li>
          <strong>Ne plus recevoir</strong> : chaque sorte se coupe sur <Lien href="/mes-courriers">Mes courriers</Lien>
          . Ce qui est coupé reste visible dans ce que l’on attend de vous.
        </li>
        <li>
          <strong>Régler un plan</strong> : son équipe choisit, par « Pilotes » puis « Relances », combien de jours
          avant et après une échéance, à quel rythme quand une action se tait, combien de jours avant un comité. Un plan
          que personne n’a réglé ne relance personne.
        </li>
        <li>
          <strong>Voir qui a été relancé</strong>, de quoi et quand, au même endroit : avec les courriers qui ne sont
          pas arrivés, et les pilotes ou les territoires à qui l’on ne peut pas écrire faute de compte.
        </li>
        <li>
          <strong>Une remontée</strong> relance d’elle-même ceux qui n’ont pas répondu, trois jours avant sa fermeture
          si l’on n’a pas choisi un autre nombre.
        </li>
      </ul>
    </Section>
  );
}
