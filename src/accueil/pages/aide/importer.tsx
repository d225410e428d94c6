import { Lien, Section } from '#interface';

export function Importer() {
  return (
    <Section titre="Importer un plan" id="importer">
      <p>
        Prenez le document tel qu’il est. Classeur (.xlsx, .ods, .csv), Word, PDF, tableau copié d’un courriel ou d’une
        page : Jalon le lit sans que vous ayez à le remettre en forme. 25 Mo au plus.
      </p>
      <ol>
        <li>
          <strong>Fichier.</strong> Dans « Plans », choisissez « Importer un plan ». Déposez le fichier, ou collez le
          tableau avec ses en-têtes.
        </li>
        <li>
          <strong>Lecture.</strong> Quelques secondes le plus souvent. Si c’est plus long, vous pouvez quitter la page
          et y revenir.
        </li>
        <li>
          <strong>Vérification.</strong> Chaque ligne est montrée comme elle sera dans le plan. Ce qui n’est pas compris
          est signalé avec sa ligne, sa colonne et la raison. Vous corrigez une cellule, changez le rôle d’une colonne,
          laissez une ligne de côté.
        </li>
        <li>
          <strong>Confirmation.</strong> Donnez au plan son propriétaire et sa date, puis importez. Tout est écrit d’un
          coup, ou rien ne l’est.
        </li>
      </ol>
      <p>
        Avant la confirmation, rien n’est écrit. Après, le fichier d’origine reste avec le plan, dans l’onglet
        « Fichiers », et se télécharge tel que vous l’avez déposé.
      </p>
      <p>
        <strong>Ce que Jalon reconnaît seul :</strong> les titres au-dessus du tableau, les cellules fusionnées,
        plusieurs tableaux dans un document, les en-têtes les plus courants dans n’importe quel ordre (« Responsable »,
        « Service porteur », « Délai », « Suivi »…), les services dans une cellule qui en nomme plusieurs. Un service
        qui n’est pas dans l’annuaire reste tel qu’écrit ; vous le rattachez plus tard, en une fois pour tout le plan,
        dans l’onglet « Pilotes ».
      </p>
      <p>
        <strong>Ce qu’il refuse en le disant :</strong> un fichier protégé par un mot de passe, abîmé, vide, trop gros,
        un PDF fait d’images, un ancien format (.xls, .doc).
      </p>
      <p>
        Pas encore de tableau ? Partez du modèle (<Modeles />
        ) : il s’importe tel quel.
      </p>
    </Section>
  );
}

function Modeles() {
  return (
    <>
      <Lien href="/plans/modele.xlsx" document>
        Excel
      </Lien>
      ,{' '}
      <Lien href="/plans/modele.ods" document>
        LibreOffice
      </Lien>
    </>
  );
}

export function Reimporter() {
  return (
    <Section titre="Importer de nouveau" id="reimporter">
      <p>
        Le tableau a continué de vivre ailleurs ? Dans le plan, choisissez « Importer ». Jalon compare et montre la
        différence :
      </p>
      <ul>
        <li>
          <strong>nouvelle</strong> : une ligne du fichier qui n’est pas dans le plan ;
        </li>
        <li>
          <strong>modifiée</strong> : la même action, avec avant et après pour chaque champ ;
        </li>
        <li>
          <strong>absente</strong> : une action du plan que le fichier n’a plus ;
        </li>
        <li>
          <strong>inchangée</strong> : rien à faire.
        </li>
      </ul>
      <p>
        Cochez ce que vous voulez appliquer ; le reste ne bouge pas. Une action est reconnue à son code, puis à son
        intitulé. Si plusieurs se ressemblent autant, Jalon ne choisit pas : donnez-leur le même code dans le fichier.
      </p>
      <p>
        Appliquer n’efface rien de ce qui a été déclaré : une échéance différente devient un report, une nouvelle
        s’ajoute aux précédentes, une case vide ne retire ni statut, ni taux. Une action absente ne quitte le plan que
        si vous la cochez.
      </p>
      <p>
        Pour travailler hors ligne, exportez le plan (« Exporter », au-dessus de la liste), modifiez le fichier et
        déposez-le. Une colonne que le fichier n’a pas n’est pas vidée dans le plan.
      </p>
    </Section>
  );
}
