import { Definitions, Section } from '#interface';

type Marques = Readonly<
  Record<'en_retard' | 'proche' | 'silencieuse' | 'sans_echeance' | 'sans_terme' | 'reportee' | 'a_interpreter', string>
>;

type MotsProps = { readonly statuts: readonly string[]; readonly marques: Marques; readonly joursDeProximite: number };

/** The vocabulary of the screens; docs/glossaire.md gives the same words to those who read the code. */
export function Mots({ statuts, marques, joursDeProximite }: MotsProps) {
  return (
    <Section titre="Ce que les mots veulent dire" id="mots">
      <p>Deux jugements ne se mélangent jamais : ce que le pilote déclare, et ce que Jalon calcule.</p>
      <Section titre="Ce qui est déclaré" niveau="h3">
        <Definitions
          elements={[
            {
              terme: 'statut',
              valeur: `${statuts.map((statut) => `« ${statut} »`).join(', ')}. Une action dont personne n’a rien dit est « Non déclaré », ce qui n’est pas « À lancer ».`,
            },
            { terme: 'taux de réalisation', valeur: 'La part faite, en pour cent, selon le pilote.' },
            {
              terme: 'note d’avancement',
              valeur: 'Quelques mots datés et signés. Les notes s’ajoutent, aucune ne se réécrit.',
            },
            { terme: 'échéance', valeur: 'Les mots de l’engagement, et les jours qu’ils désignent.' },
            {
              terme: 'trajectoire',
              valeur: 'Le taux attendu à des dates fixées d’avance, auquel le taux déclaré se compare.',
            },
          ]}
        />
      </Section>
      <Section titre="Ce que Jalon calcule" niveau="h3">
        <Definitions
          elements={[
            {
              terme: marques.en_retard,
              valeur: 'Le dernier jour de la dernière échéance est passé et l’action n’est ni terminée ni abandonnée.',
            },
            { terme: marques.proche, valeur: `Il reste ${joursDeProximite} jours ou moins.` },
            {
              terme: marques.silencieuse,
              valeur:
                'Aucune nouvelle depuis plus de jours que le plan n’en tolère (30 par défaut). Une action close, ou qui n’a pas atteint son début, n’est pas silencieuse.',
            },
            { terme: marques.sans_echeance, valeur: 'Rien n’a été promis, ou rien qui se date.' },
            {
              terme: marques.sans_terme,
              valeur:
                'Un engagement qui n’a pas de fin (« à partir de », « en continu ») : il ne met jamais en retard.',
            },
            { terme: marques.reportee, valeur: 'Une échéance au moins a été remplacée par une autre.' },
            {
              terme: marques.a_interpreter,
              valeur: 'Les mots de l’échéance laissent un doute, ou n’ont pas été compris.',
            },
            { terme: 'glissement', valeur: 'Les jours entre le terme promis au départ et le terme actuel.' },
          ]}
        />
      </Section>
      <Section titre="Qui porte une action" niveau="h3">
        <Definitions
          elements={[
            { terme: 'pilote', valeur: 'Le service qui en répond. Ses agents retrouvent l’action sur leur accueil.' },
            { terme: 'en lien avec', valeur: 'Un service associé.' },
            { terme: 'avec le concours de', valeur: 'Un service qui apporte son appui.' },
            { terme: 'rattachement', valeur: 'Le lien entre un nom écrit dans le plan et un service de l’annuaire.' },
          ]}
        />
      </Section>
    </Section>
  );
}
