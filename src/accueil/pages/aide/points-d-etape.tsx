import { Section } from '#interface';

export function PreparerUnPoint() {
  return (
    <Section titre="Préparer un point d’étape" id="points">
      <p>
        Un point d’étape garde la situation d’un territoire à une date, telle qu’on la voyait, avec ce que l’on en dit
        en réunion. Il se prépare depuis la page du territoire, onglet « Points d’étape » : le préfet du territoire et
        la DITP le font ; pour la France, les équipes des réformes.
      </p>
      <ol>
        <li>
          <strong>Figer.</strong> Donnez un titre et une date : aujourd’hui, ou un jour passé. Les chiffres sont gardés
          tels quels ; ce qui change ensuite dans Jalon ne les change plus.
        </li>
        <li>
          <strong>Commenter.</strong> Sur l’ensemble ou réforme par réforme. Chaque commentaire est signé et ne se
          modifie pas : on en ajoute un autre.
        </li>
        <li>
          <strong>Arrêter.</strong> Le brouillon n’est vu que de ceux qui le préparent. Arrêté, il est lu par ceux qui
          lisent ses réformes, chacun n’y voyant que les siennes ; on ne peut plus qu’y ajouter des commentaires.
        </li>
        <li>
          <strong>Présenter, emporter.</strong> « Présenter » donne une diapositive par réforme à regarder, au clavier
          ou en plein écran ; « Exporter » donne Word, OpenDocument, PDF accessible et Excel, avec les mêmes chiffres.
        </li>
      </ol>
      <p>
        <strong>Comparer deux dates.</strong> L’onglet « Évolution » dit ce qui a progressé, reculé, ce qui est
        nouvellement mesuré ou ne l’est plus, et les météos qui ont changé. À une date passée, l’écart à la médiane
        n’est pas recalculé.
      </p>
      <p>
        <strong>Imprimer une fiche.</strong> Le bouton « Fiche » d’un territoire ou d’une réforme donne une page A4.
      </p>
    </Section>
  );
}
