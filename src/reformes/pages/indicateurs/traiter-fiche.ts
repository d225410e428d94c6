import type { Acteur } from '#acces';
import { accepterProposition, proposerValeur, refuserProposition, saisirValeur } from '#indicateurs';
import type { Services } from '#socle';
import { echec, type Resultat, reussite } from '#socle/valeurs';
import type { IndicateurOuvert } from './acces.ts';
import { equipesDeLIndicateur } from './equipes.ts';

type Champs = Readonly<Record<string, string | string[]>>;

/** What was done, for the page to say once it is shown again. */
export type Fait = 'saisie' | 'avertie' | 'retiree' | 'proposee' | 'acceptee' | 'refusee';

/** What a form of the page of an indicator asks for. */
export async function traiterFiche(
  services: Services,
  acteur: Acteur,
  { indicateur, portee, tenus }: IndicateurOuvert,
  champs: Champs,
): Promise<Resultat<Fait>> {
  const { vu } = indicateur;
  const proposition = String(champs.proposition ?? '');
  switch (champs.intention) {
    case 'saisir': {
      const saisie = await saisirValeur(services, acteur, vu.id, champs, tenus);
      if (!saisie.ok) return saisie;
      if (champs.retirer) return reussite('retiree');
      return reussite(saisie.valeur.avertissement === null ? 'saisie' : 'avertie');
    }
    case 'proposer': {
      const territoire = String(champs.territoire ?? '');
      if (portee !== 'tous' && !portee.has(territoire)) return echec(PAS_OUVERT);
      const equipes = await equipesDeLIndicateur(services.base, vu.numero);
      const proposee = await proposerValeur(services, acteur, vu.id, champs, equipes);
      return proposee.ok ? reussite('proposee') : proposee;
    }
    case 'accepter': {
      const acceptee = await accepterProposition(services, acteur, proposition, champs, tenus);
      return acceptee.ok ? reussite('acceptee') : acceptee;
    }
    case 'refuser': {
      // Several of these forms stand on the page: each has a field of its own.
      const champ = `motif-${proposition}`;
      const refusee = await refuserProposition(services, acteur, proposition, { motif: champs[champ] }, tenus);
      if (refusee.ok) return reussite('refusee');
      const motif = refusee.refus.champs?.motif;
      return motif === undefined ? refusee : echec({ ...refusee.refus, champs: { [champ]: motif } });
    }
    default:
      return echec({
        nature: 'invalide',
        regle: 'indicateur.geste',
        message: 'Ce geste n’est pas connu de cette page. Rechargez-la, puis recommencez.',
      });
  }
}

const PAS_OUVERT = {
  nature: 'interdit',
  regle: 'valeur.proposer.portee',
  message: 'Aucune réforme que vous suivez n’a cet indicateur dans ce territoire : vous n’y proposez pas de valeur.',
} as const;
