import { formaterJour } from '#interface';
import type { Acte, Citation, PhrasesDe } from '#journal';
import { nomDuTerritoire } from '../comptes/phrases.ts';

/** How grants, stand-ins and requests are said. */
export const PHRASES_DES_DROITS = {
  'habilitation.accorder': { nom: 'Habilitation accordée', dire: ({ charge }) => direLHabilitation(charge) },
  'habilitation.prolonger': { nom: 'Habilitation prolongée', dire: ({ charge }) => direLHabilitation(charge) },
  'habilitation.retirer': { nom: 'Habilitation retirée', dire: ({ charge }) => direLHabilitation(charge) },
  'suppleance.nommer': {
    nom: 'Suppléant nommé',
    dire: ({ charge }) => ({ detail: duAu(charge), cites: suppleant(charge) }),
  },
  'suppleance.finir': { nom: 'Suppléance terminée', dire: ({ charge }) => ({ cites: suppleant(charge) }) },
  'suppleance.agir': {
    nom: 'Suppléance prise',
    dire: ({ charge }) => ({ cites: [{ titre: 'Au titre de', type: 'compte', id: charge.suppleance }] }),
  },
  'suppleance.reprendre': {
    nom: 'Retour à son propre compte',
    dire: ({ charge }) => ({ cites: [{ titre: 'Après', type: 'compte', id: charge.suppleance }] }),
  },
  'acces.demander': {
    nom: 'Accès demandé',
    dire: ({ charge: { objet, droit, pour } }) => ({
      detail: `Droit de ${leDroit(droit)}${pour === undefined ? '' : `, pour ${nomDuTerritoire(pour)}`}`,
      cites: surLObjet(objet),
    }),
  },
  'demande.accorder': {
    nom: 'Demande accordée',
    dire: ({ charge }) => ({ cites: [{ titre: 'À', type: 'compte', id: charge.compte }] }),
  },
  'demande.refuser': {
    nom: 'Demande refusée',
    dire: ({ charge }) => ({
      cites: charge.compte === null ? [] : [{ titre: 'À', type: 'compte', id: charge.compte }],
    }),
  },
} satisfies Partial<PhrasesDe<Acte>>;

type Periode = { readonly debut: string; readonly fin: string };

function direLHabilitation(
  charge: { readonly droit: string; readonly objet: string; readonly territoire: string } & Partial<Periode>,
) {
  const { droit, objet, territoire, debut, fin } = charge;
  const champ = objet.startsWith('champ:') ? ' dans le champ d’un ministère' : '';
  const periode = debut === undefined || fin === undefined ? '' : `, ${duAu({ debut, fin })}`;
  return {
    detail: `Droit de ${leDroit(droit)}${champ}, pour ${nomDuTerritoire(territoire)}${periode}`,
    cites: surLObjet(objet),
  };
}

const DROITS: Readonly<Record<string, string>> = {
  lire: 'lire',
  contribuer: 'contribuer',
  modifier: 'modifier',
  administrer: 'gérer les comptes',
};

function leDroit(droit: string): string {
  return DROITS[droit] ?? droit;
}

function duAu({ debut, fin }: Periode): string {
  return `du ${formaterJour(debut)} au ${formaterJour(fin)}`;
}

function suppleant(charge: { readonly suppleant: string }): Citation[] {
  return [{ titre: 'Suppléant', type: 'compte', id: charge.suppleant }];
}

/** The plan or the reform a grant is about, when it is about one. */
function surLObjet(objet: string): Citation[] {
  const [type, id] = objet.split(':');
  if (id === undefined) return [];
  if (type === 'plan') return [{ titre: 'Sur le plan', type, id }];
  return type === 'reforme' ? [{ titre: 'Sur la réforme', type, id }] : [];
}
