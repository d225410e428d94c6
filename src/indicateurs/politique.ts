import { type RawBuilder, sql } from 'kysely';
import { type Acteur, type Decision, neFontQueLire, PERMIS, refus } from '#acces';

/** What a policy needs to know of an indicator. */
export type IndicateurVu = {
  readonly id: string;
  readonly etat: 'brouillon' | 'actif' | 'archive';
  /** The organisation whose project managers write its values; null when none was named. */
  readonly responsable: string | null;
};

/**
 * Identifiers of indicators someone is responsible for by other ties than their organisation: those of the reforms they keep
 * up to date, as chef de projet or by a grant. Decided above, by the policy of reforms.
 */
export type Responsabilites = ReadonlySet<string>;

export const AUCUNE_RESPONSABILITE: Responsabilites = new Set();

/** Who creates indicators and sets their parameters: the DITP. */
export function peutConfigurerIndicateurs(acteur: Acteur): Decision {
  return acteur.profil === 'ditp'
    ? PERMIS
    : refus(
        'indicateur.configurer.profil',
        'Seule la DITP crée des indicateurs et règle leurs calculs. Adressez-lui votre demande.',
      );
}

/** Who writes values and targets: the DITP, the project managers of the indicator, and who keeps a reform it belongs to. */
export function peutEcrireValeurs(
  acteur: Acteur,
  indicateur: IndicateurVu,
  responsabilites: Responsabilites = AUCUNE_RESPONSABILITE,
): Decision {
  const equipe = estResponsable(acteur, indicateur, responsabilites);
  if (acteur.profil !== 'ditp' && !equipe) {
    return neFontQueLire(acteur.profil)
      ? refus('valeur.ecrire.profil', 'Votre profil lit les indicateurs sans les modifier.')
      : refus(
          'valeur.ecrire.equipe',
          'Seuls la DITP et l’équipe qui tient cet indicateur ou sa réforme en écrivent les valeurs. Adressez-leur la vôtre.',
        );
  }
  return indicateur.etat === 'archive'
    ? refus('valeur.ecrire.archive', 'Cet indicateur est archivé : il ne reçoit plus de valeur. Rouvrez-le d’abord.')
    : PERMIS;
}

/** Who may bring a file of values at all; each of its indicators is then judged by `peutEcrireValeurs`. */
export function peutImporterDesValeurs(
  acteur: Acteur,
  responsabilites: Responsabilites = AUCUNE_RESPONSABILITE,
): Decision {
  if (acteur.profil === 'ditp' || acteur.profil === 'chef_de_projet') return PERMIS;
  return responsabilites.size > 0 && !neFontQueLire(acteur.profil)
    ? PERMIS
    : refus(
        'valeur.importer.profil',
        'Seuls la DITP et ceux qui tiennent une réforme importent des valeurs. Un préfet de département peut en proposer sur la page de l’indicateur.',
      );
}

/** Who proposes a value for a territory: its prefect. Whoever writes values has no need to. */
export function peutProposerValeur(acteur: Acteur, indicateur: IndicateurVu, territoire: string): Decision {
  if (acteur.profil !== 'prefet_departement') {
    return refus(
      'valeur.proposer.profil',
      'Seuls les préfets de département proposent des valeurs, pour leur département.',
    );
  }
  if (!acteur.territoires.includes(territoire)) {
    return refus('valeur.proposer.territoire', 'Vous proposez des valeurs pour votre département. Choisissez-le.');
  }
  return indicateur.etat === 'actif'
    ? PERMIS
    : refus('valeur.proposer.etat', 'Cet indicateur n’est pas suivi en ce moment : il ne reçoit pas de proposition.');
}

/** Who reads an indicator: everyone signed in; a draft, only those who prepare it. */
export function peutLireIndicateur(
  acteur: Acteur,
  indicateur: IndicateurVu,
  responsabilites: Responsabilites = AUCUNE_RESPONSABILITE,
): Decision {
  if (indicateur.etat !== 'brouillon' || acteur.profil === 'ditp') return PERMIS;
  return estResponsable(acteur, indicateur, responsabilites)
    ? PERMIS
    : refus(
        'indicateur.lire.brouillon',
        'Cet indicateur est un brouillon : seuls la DITP et son chef de projet le voient.',
      );
}

/** The same for sets of indicators: what goes after `where`, on the table called `i`. */
export function indicateursVisibles(
  acteur: Acteur,
  responsabilites: Responsabilites = AUCUNE_RESPONSABILITE,
): RawBuilder<boolean> {
  if (acteur.profil === 'ditp') return sql<boolean>`true`;
  if (neFontQueLire(acteur.profil)) return sql<boolean>`i.etat <> 'brouillon'`;
  const siennes = acteur.profil === 'chef_de_projet' ? acteur.organisations : [];
  return sql<boolean>`(i.etat <> 'brouillon' or i.responsable_id = any(${[...siennes]}::text[])
    or i.id = any(${[...responsabilites]}::uuid[]))`;
}

/**
 * Those who answer for an indicator: the project managers of its organisation, and who keeps a reform it belongs to, whatever
 * their profile. A profile that only reads answers for nothing.
 */
export function estResponsable(
  acteur: Acteur,
  { id, responsable }: IndicateurVu,
  responsabilites: Responsabilites = AUCUNE_RESPONSABILITE,
): boolean {
  if (neFontQueLire(acteur.profil)) return false;
  if (responsabilites.has(id)) return true;
  return acteur.profil === 'chef_de_projet' && responsable !== null && acteur.organisations.includes(responsable);
}
