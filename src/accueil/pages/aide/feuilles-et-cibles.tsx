import { Section } from '#interface';

export function FeuillesDeRoute() {
  return (
    <Section titre="Feuilles de route" id="feuilles-de-route">
      <p>
        Une feuille de route donne à un préfet un mandat de trois ans, signé par le Premier ministre : des réformes
        prioritaires, avec son engagement sur chacune, et des projets structurants locaux. Le préfet et la DITP la
        préparent ; personne d’autre ne la voit avant sa signature.
      </p>
      <ul>
        <li>
          <strong>Signée</strong>, elle court jusqu’au même jour trois ans plus tard et reste valable si le préfet
          change. Un territoire en a une seule en vigueur.
        </li>
        <li>
          <strong>Son contenu n’évolue plus</strong> que par une actualisation ou un avenant : le préfet le propose, la
          DITP, prévenue par courriel, l’accepte ou le refuse, et le préfet l’est à son tour. Ce qui a été retiré reste
          dans l’histoire.
        </li>
        <li>
          <strong>Un projet local</strong> a des jalons, écrits comme on les dit (« 1er semestre 2027 »), et des notes
          datées. Un jalon se reporte avec sa raison, ou se déclare atteint.
        </li>
        <li>
          <strong>Le compte rendu</strong> s’assemble des chiffres des réformes, des jalons et des événements. Le préfet
          y ajoute ses commentaires ; il s’imprime et se télécharge en Word, OpenDocument ou PDF.
        </li>
      </ul>
      <p>
        Les cabinets, les administrations centrales et les chefs de projet lisent, d’une feuille de route signée, la
        part de leurs réformes.
      </p>
    </Section>
  );
}

export function ConvenirDUneCible() {
  return (
    <Section titre="Convenir d’une cible" id="cibles">
      <p>
        La cible d’un territoire se convient entre son préfet et l’administration centrale, pour un indicateur et une
        échéance. L’un propose une valeur, l’autre l’acte, en propose une autre ou commente : chacun est prévenu par
        courriel, et l’accueil montre les cibles qui attendent votre réponse.
      </p>
      <ul>
        <li>
          Personne n’acte la valeur que sa propre partie a proposée, ni une valeur changée pendant qu’on la lisait.
        </li>
        <li>Une valeur proposée ne compte pas ; actée, elle devient aussitôt la cible de l’indicateur.</li>
        <li>
          Une cible actée se renégocie de la même façon, et reste en vigueur jusqu’au nouvel accord. On peut retirer sa
          proposition.
        </li>
        <li>
          Une cible qui ne demande pas mieux que la valeur initiale est signalée : il faut confirmer qu’on la veut.
        </li>
      </ul>
    </Section>
  );
}
