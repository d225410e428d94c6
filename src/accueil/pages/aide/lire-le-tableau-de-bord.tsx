import { Section } from '#interface';

export function LireLeTableauDeBord() {
  return (
    <Section titre="Lire le tableau de bord d’un territoire" id="territoires">
      <p>
        La page d’un territoire commence par une phrase : combien de réformes y sont suivies, combien sur leur
        trajectoire, en retrait, en recul, non mesurées. Chaque mot souligné filtre le tableau. « À regarder d’abord »
        nomme les trois réformes les plus loin derrière ce qui était attendu, dit pourquoi, cite ce que le responsable
        en a dit en dernier et mène à la carte quand vous lisez plusieurs territoires.
      </p>
      <ul>
        <li>
          <strong>Avancement</strong> : la part du chemin faite entre le départ et la cible. « Recul » : on est plus
          loin de la cible qu’au départ. « Non mesuré » n’est pas zéro. Sous chaque taux, « source » dit d’où il vient.
        </li>
        <li>
          <strong>Trajectoire</strong> : l’écart, en points, à ce qui était attendu à ce jour. « En retrait » commence
          au-delà de 10 points.
        </li>
        <li>
          <strong>Signal</strong> : une variation qui sort de l’ordinaire de la série ; avec moins de douze valeurs, on
          ne conclut pas.
        </li>
        <li>
          <strong>Météo</strong> : ce que déclare le responsable, avec son âge. « Diverge » : elle dit autre chose que
          l’indicateur. Les deux avis restent, aucun ne corrige l’autre.
        </li>
        <li>
          <strong>Médiane</strong> : l’écart au département, ou à la région, du milieu.
        </li>
      </ul>
      <p>
        <strong>Changer de territoire</strong> garde les filtres. Une région voit ses départements côte à côte ; la
        carte imprime combien de valeurs sont à la date. <strong>Comparer</strong> place un département parmi ceux qui
        lui ressemblent : ceux que votre profil ne lit pas apparaissent sans leur nom. Il n’y a jamais de classement.
      </p>
      <p>
        <strong>Exporter</strong> donne ce qui est à l’écran : mêmes lignes, même ordre, mêmes chiffres.
      </p>
      <p>
        <strong>Revenir à un jour passé.</strong> « Situation au » montre un territoire, sa carte, ses départements, ses
        semblables, une réforme ou un indicateur tels qu’on les connaissait ce jour-là ; la date suit d’une page à
        l’autre, dans les fiches et les fichiers, jusqu’à « Revenir à aujourd’hui ».
      </p>
    </Section>
  );
}
