import { z } from 'zod';
import type { Acteur } from '#acces';
import { composerPanier, partsDuPanier } from '#indicateurs';
import { lireSaisie, type Services } from '#socle';
import { echec, lireDecimal, type Refus, type Resultat, reussite } from '#socle/valeurs';
import {
  colonnesDeReforme,
  SAISIE_DE_REFORME,
  type SaisieDeReforme,
  verifierRattachement,
} from '../../commandes/creer-reforme.ts';
import { type Atelier, surLaReforme } from '../../commandes/sur-la-reforme.ts';
import type { Reforme } from '../../lectures/reformes.ts';
import { peutConfigurerReformes } from '../../politique.ts';

const SAISIE = SAISIE_DE_REFORME.omit({ etat: true }).extend({ version: z.coerce.number().int() });

/** Changes what is said of a reform. `version` is the one the form was drawn from: an older one is refused. */
export async function modifierReforme(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<null>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const { version, ...reste } = lue.valeur;
  return surLaReforme(
    services,
    acteur,
    id,
    () => peutConfigurerReformes(acteur),
    async (atelier) => {
      const { transaction, reforme, journaliser } = atelier;
      const refus = aRefuser(reforme, version);
      if (refus !== null) return echec(refus);
      const saisie: SaisieDeReforme = { ...reste, etat: reforme.etat };
      const rattachement = await verifierRattachement(transaction, saisie);
      if (!rattachement.ok) return rattachement;
      const champs = champsChanges(reforme, saisie);
      if (champs.length === 0) return reussite(null);
      await transaction
        .updateTable('reforme')
        .set({ ...colonnesDeReforme(saisie), version: reforme.version + 1 })
        .where('id', '=', id)
        .execute();
      if (champs.includes('mailles')) await quitterLesMailles(atelier, saisie);
      await journaliser({
        acte: 'reforme.modifier',
        objet: { type: 'reforme', id },
        territoire: null,
        charge: { champs, etat: reforme.etat },
      });
      return reussite(null);
    },
  );
}

/** Where a reform is no longer followed, its indicators no longer count. */
async function quitterLesMailles({ transaction, reforme, au }: Atelier, { mailles }: SaisieDeReforme): Promise<void> {
  const parts = await partsDuPanier(transaction, reforme.panier);
  const gardees = parts.filter(({ maille }) => mailles.includes(maille));
  if (gardees.length === parts.length) return;
  const enParts = gardees.flatMap(({ indicateur, maille, poids }) => {
    const lu = lireDecimal(poids);
    return lu === null ? [] : [{ indicateur, maille, poids: lu }];
  });
  await composerPanier(transaction, reforme.panier, enParts, au);
}

export const GESTES = ['publier', 'archiver', 'rouvrir'] as const;
export type Geste = (typeof GESTES)[number];

const PASSAGES: Readonly<Record<Geste, { readonly de: Reforme['etat']; readonly a: Reforme['etat'] }>> = {
  publier: { de: 'brouillon', a: 'active' },
  archiver: { de: 'active', a: 'archivee' },
  rouvrir: { de: 'archivee', a: 'active' },
};

/** What can be done with the state of this reform. */
export function gestesPossibles(etat: Reforme['etat']): readonly Geste[] {
  return GESTES.filter((geste) => PASSAGES[geste].de === etat);
}

/** Publishes a draft, archives an active reform, opens it again. */
export async function changerDEtat(
  services: Services,
  acteur: Acteur,
  id: string,
  geste: Geste,
): Promise<Resultat<null>> {
  return surLaReforme(
    services,
    acteur,
    id,
    () => peutConfigurerReformes(acteur),
    async ({ transaction, reforme, journaliser }) => {
      const { de, a } = PASSAGES[geste];
      if (reforme.etat === a) return reussite(null);
      if (reforme.etat !== de) return echec(ETAT_CHANGE);
      await transaction
        .updateTable('reforme')
        .set({ etat: a, version: reforme.version + 1 })
        .where('id', '=', id)
        .execute();
      await journaliser({
        acte: 'reforme.modifier',
        objet: { type: 'reforme', id },
        territoire: null,
        charge: { champs: ['etat'], etat: a },
      });
      return reussite(null);
    },
  );
}

/** Why a form drawn from this version changes nothing; null: it may. */
export function aRefuser({ etat, version: actuelle }: Reforme, version: number): Refus | null {
  if (etat === 'archivee') return ARCHIVEE;
  return version === actuelle ? null : REFORME_CHANGEE;
}

function champsChanges(reforme: Reforme, saisie: SaisieDeReforme): string[] {
  const avant: Readonly<Record<string, unknown>> = {
    nom: reforme.nom,
    description: reforme.description,
    theme: reforme.theme,
    ministere: reforme.ministere,
    equipe: reforme.equipe,
    services: [...reforme.services].sort(),
    mailles: [...reforme.mailles].sort(),
    meteoJours: reforme.meteoJours,
  };
  const apres: Readonly<Record<string, unknown>> = {
    ...saisie,
    services: [...saisie.services].sort(),
    mailles: [...saisie.mailles].sort(),
  };
  return Object.keys(avant).filter((champ) => JSON.stringify(avant[champ]) !== JSON.stringify(apres[champ]));
}

const ARCHIVEE: Refus = {
  nature: 'conflit',
  regle: 'reforme.archivee',
  message: 'Cette réforme est archivée : elle se lit, et ne change plus. Rouvrez-la d’abord.',
};

const REFORME_CHANGEE: Refus = {
  nature: 'conflit',
  regle: 'reforme.version',
  message:
    'Quelqu’un a modifié cette réforme pendant votre saisie. Votre texte est gardé ci-dessous : comparez-le à la réforme telle qu’elle est, puis enregistrez de nouveau.',
};

const ETAT_CHANGE: Refus = {
  nature: 'conflit',
  regle: 'reforme.etat',
  message: 'Quelqu’un a changé l’état de cette réforme entre-temps. Voyez-la telle qu’elle est, puis recommencez.',
};
