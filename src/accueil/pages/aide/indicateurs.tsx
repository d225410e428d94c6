import { Definitions, Lien, Section } from '#interface';

export function Indicateurs() {
  return (
    <Section titre="Les indicateurs" id="indicateurs">
      <p>
        Un indicateur a, dans chaque territoire, une valeur initiale, des valeurs mesurées et des cibles datées. Son
        taux d’avancement dit le chemin fait de l’une à l’autre ; il ne va jamais sans son état. Sous chaque chiffre, «
        d’où vient ce chiffre ? » déplie la formule, ses éléments, leurs dates et ce qui manque.
      </p>
      <Definitions elements={ETATS} />
      <h3>Importer des valeurs</h3>
      <ol>
        <li>
          <strong>Fichier.</strong> Dans « Indicateurs », choisissez « Importer des valeurs ». Déposez un classeur ou un
          CSV, compressé ou non : une valeur par ligne, comme dans{' '}
          <Lien href="/indicateurs/modele.csv" document>
            le modèle
          </Lien>
          , ou un fichier du baromètre public. L’équipe d’une réforme y apporte les valeurs des indicateurs de cette
          réforme.
        </li>
        <li>
          <strong>Vérification.</strong> Vous voyez ce qui est nouveau, ce qui change et de combien, ce qui est refusé
          avec sa ligne, sa colonne et la raison ; les indicateurs que vous n’écrivez pas sont refusés ligne par ligne,
          le reste s’importe. Un indicateur inconnu est nommé : créez-le, ou faites-le créer par la DITP, puis « Relire
          le fichier ».
        </li>
        <li>
          <strong>Séries à confirmer.</strong> Une série qui ne ressemble pas à son histoire est montrée avec son dessin
          : donnez la raison, ou écartez-la.
        </li>
        <li>
          <strong>Import.</strong> Tout est écrit d’un coup, ou rien. Un gros fichier s’écrit pendant que vous faites
          autre chose. L’import entier s’annule depuis « Imports précédents » : chaque valeur redevient celle d’avant,
          et rien ne disparaît de l’historique.
        </li>
      </ol>
      <h3>Saisir, proposer, rectifier</h3>
      <p>
        La DITP et l’équipe de l’indicateur saisissent une valeur sur sa page, territoire choisi. Remplacer une valeur
        connue demande un motif, que tous les lecteurs voient. Un préfet de département propose une valeur pour son
        département : l’équipe est prévenue, l’accepte ou dit pourquoi elle ne la retient pas, et il l’est à son tour.
      </p>
      <h3>Régler un indicateur</h3>
      <p>
        La DITP règle son sens, ses mailles, son calcul. Si des taux changent, Jalon montre lesquels avant
        d’enregistrer. Une cible qui n’est pas du bon côté du départ est signalée : le taux vaut alors 100 ou 0.
      </p>
    </Section>
  );
}

const ETATS = [
  { terme: 'Non mesuré', valeur: 'Aucune valeur n’est connue. Ce n’est jamais 0.' },
  { terme: 'Sans cible, sans valeur initiale', valeur: 'Il manque de quoi calculer un taux.' },
  { terme: 'Recul', valeur: 'La valeur est moins bonne qu’au départ ; de combien de points est dit.' },
  { terme: 'En cours', valeur: 'Entre la valeur initiale et la cible : de 0 à 100 %.' },
  { terme: 'Cible atteinte', valeur: 'La cible est tenue, à son terme ou après.' },
  { terme: 'Cible déjà atteinte', valeur: 'Elle l’est avant son terme : faut-il la rehausser ?' },
  { terme: 'Partiel', valeur: 'Des territoires manquent : l’ensemble n’a pas de taux.' },
  {
    terme: 'Signal',
    valeur: 'À partir de douze valeurs, ce qui sort de la variation ordinaire : amélioration ou dégradation.',
  },
];
