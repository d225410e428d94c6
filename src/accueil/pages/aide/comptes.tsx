import { Lien, Section } from '#interface';

/** Accounts and rights, for those who give them and those who ask. */
export function ComptesEtDroits() {
  return (
    <Section titre="Comptes et droits" id="comptes">
      <p>
        Le profil, le service et le territoire d’un compte donnent ses droits ordinaires. Une{' '}
        <strong>habilitation</strong> en ajoute : un droit, sur un objet, pour un territoire, jusqu’à une date. Elle
        s’éteint d’elle-même à minuit.
      </p>
      <ul>
        <li>
          <strong>Une page m’est refusée.</strong> Le refus dit pourquoi ; sur un plan ou une réforme, « Demander un
          accès » dit pour quel territoire et pourquoi, et prévient ceux qui peuvent l’accorder. La réponse se lit dans{' '}
          <Lien href="/acces/demander">mes demandes</Lien>.
        </li>
        <li>
          <strong>Je m’absente.</strong> Je nomme un suppléant dans{' '}
          <Lien href="/compte/suppleances">mes suppléances</Lien> : il agit avec mes droits jusqu’au jour dit, et signe
          « X pour Y ».
        </li>
        <li>
          <strong>Qui peut voir ce plan, cette réforme ?</strong> L’onglet « Accès » le dit, avec ce que chacun y fait
          et pourquoi. Qui administre des comptes y donne et y retire un accès, et y répond aux demandes.
        </li>
        <li>
          <strong>J’administre un territoire.</strong> « Administration » ouvre les comptes, donne et retire les accès,
          répond aux demandes. On n’y donne jamais plus que ses propres droits, ni rien à soi-même. La page d’un compte
          dit ce que la personne peut voir, d’après les règles mêmes qui décident de ses pages.
        </li>
      </ul>
    </Section>
  );
}
