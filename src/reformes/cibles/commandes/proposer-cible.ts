import { z } from 'zod';
import type { Acteur } from '#acces';
import { type ValeurComprise, verifierSaisie } from '#indicateurs';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, ecrireDecimal, fauteDeSaisie, lireDecimal, type Resultat, reussite } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { type Atelier, surLaReforme } from '../../commandes/sur-la-reforme.ts';
import { coteDe, peutProposerCible } from '../../politique.ts';
import { cibleDe, enDiscussion } from '../lectures/cible.ts';
import { proposer } from '../regles/discussion.ts';
import { conclure, ecrireFait, rangerDiscussion } from './sur-la-cible.ts';

const SAISIE = z.object({
  territoire: texteObligatoire('Choisissez le territoire.', 5),
  indicateur: texteObligatoire('Choisissez l’indicateur.', 100),
  jour: texteObligatoire('Donnez l’échéance de la cible.', 30),
  valeur: texteObligatoire('Écrivez la valeur proposée.', 60),
  texte: texteFacultatif(4_000),
  /** Number of the proposal one answers; empty for a first one. */
  vue: texteFacultatif(20),
  /** Ticked to propose a target that asks for nothing better than the start. */
  confirmee: texteFacultatif(10),
});

/**
 * Proposes the value of a target for a territory and a date, or answers the other side's by another value. A target on the
 * wrong side of the start is said, and asks to be confirmed. Gives the identifier of the discussion.
 */
export async function proposerCible(
  services: Services,
  acteur: Acteur,
  reforme: string,
  valeurs: unknown,
  options: { readonly demonstration?: boolean } = {},
): Promise<Resultat<string>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { territoire, indicateur, texte, vue, confirmee, ...typee } = lue.valeur;
  return surLaReforme(
    services,
    acteur,
    reforme,
    (trouvee) => peutProposerCible(acteur, trouvee, territoire),
    async (atelier) => {
      const cote = coteDe(acteur, atelier.reforme, territoire);
      const suivi = await verifierSuivi(atelier, territoire, indicateur);
      if (!suivi.ok) return suivi;
      if (cote === null) return echec(SANS_COTE);
      const comprise = await verifierSaisie(
        atelier.transaction,
        indicateur,
        { ...typee, territoire, type: 'vc' },
        atelier.au,
      );
      if (!comprise.ok) return comprise;
      const { avertissement, jour, valeur: texteDeValeur } = comprise.valeur;
      if (avertissement !== null && confirmee === null) return echec(aConfirmer(avertissement));
      const valeur = lireDecimal(texteDeValeur);
      if (valeur === null) return echec(SANS_COTE);
      const connue = await cibleDe(atelier.transaction, comprise.valeur.indicateur, territoire, jour);
      if (connue !== null && connue.reforme !== reforme) return echec(AILLEURS);
      const suite = proposer(connue && enDiscussion(connue), cote, valeur, vue === null ? null : Number(vue));
      if (!suite.ok) return suite;
      const id = connue?.id ?? (await ouvrir(atelier, comprise.valeur, cote, options.demonstration ?? false));
      const fait = await ecrireFait(atelier, id, cote, { geste: 'proposition', valeur, texte });
      await rangerDiscussion(atelier, id, { ...suite.valeur, proposition: fait }, connue?.acteeLe ?? null);
      await conclure(
        atelier,
        'cible.proposer',
        { id, jour, territoire },
        { cote, fait, identifiant: indicateur, valeur },
      );
      return reussite(id);
    },
  );
}

/** Targets are agreed for a région or a département that the reform follows, on an indicator of its basket there. */
async function verifierSuivi(
  { transaction, reforme }: Atelier,
  territoire: string,
  identifiant: string,
): Promise<Resultat<null>> {
  const maille = TERRITOIRES.find(({ code }) => code === territoire)?.maille;
  if (maille === undefined || maille === 'national' || !reforme.mailles.includes(maille))
    return echec(
      faute(
        'territoire',
        'Cette réforme ne se convient pas sur ce territoire : choisissez une région ou un département où elle est suivie.',
      ),
    );
  const suivi = await transaction
    .selectFrom('panier_indicateur')
    .innerJoin('indicateur', 'indicateur.numero', 'panier_indicateur.indicateur')
    .select('indicateur.numero')
    .where('panier_indicateur.panier', '=', reforme.panier)
    .where('panier_indicateur.maille', '=', maille)
    .where('indicateur.identifiant', '=', identifiant)
    .executeTakeFirst();
  return suivi === undefined
    ? echec(
        faute('indicateur', 'Cet indicateur n’est pas de cette réforme à cette maille : choisissez-le dans la liste.'),
      )
    : reussite(null);
}

async function ouvrir(
  { transaction, services, reforme, maintenant }: Atelier,
  { indicateur, territoire, jour, valeur }: ValeurComprise,
  cote: 'centrale' | 'territoire',
  demonstration: boolean,
): Promise<string> {
  const id = services.ids.nouveau();
  const decimal = lireDecimal(valeur);
  await transaction
    .insertInto('cible_convenue')
    .values({
      id,
      reforme_id: reforme.id,
      indicateur,
      territoire_code: territoire,
      jour,
      etat: 'en_discussion',
      valeur: decimal === null ? valeur : ecrireDecimal(decimal),
      cote,
      proposition: 0,
      ouverte_le: maintenant,
      mise_a_jour_le: maintenant,
      demonstration,
    })
    .execute();
  return id;
}

function faute(champ: string, message: string) {
  return fauteDeSaisie(`cible.${champ}`, champ, message);
}

function aConfirmer(avertissement: string) {
  return {
    nature: 'invalide',
    regle: 'cible.degeneree',
    message: avertissement,
    champs: { valeur: `${avertissement} Corrigez la valeur, ou cochez « Proposer cette valeur quand même ».` },
  } as const;
}

const SANS_COTE = {
  nature: 'invalide',
  regle: 'cible.cote',
  message: 'Cette cible ne se discute pas ici.',
} as const;

const AILLEURS = {
  nature: 'conflit',
  regle: 'cible.ailleurs',
  message:
    'La cible de cet indicateur à cette échéance se discute déjà dans une autre réforme qui le suit : répondez-y là-bas.',
} as const;
