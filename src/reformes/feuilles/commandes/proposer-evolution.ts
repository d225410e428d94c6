import { z } from 'zod';
import type { Acteur } from '#acces';
import { lireSaisie, type Services, texteFacultatif, texteObligatoire } from '#socle';
import { echec, fauteDeSaisie, type Resultat, reussite } from '#socle/valeurs';
import { peutFaireEvoluerFeuille } from '../politique.ts';
import { AJOUTS_PAR_EVOLUTION } from '../regles/evolutions.ts';
import { ecrireProjet, PROJET } from './ecrire-projet.ts';
import { prevenirDeLaProposition } from './prevenir.ts';
import { type Atelier, surLaFeuille } from './sur-la-feuille.ts';
import { verifierReforme } from './verifier-reforme.ts';

const SAISIE = z.object({
  genre: z.enum(['actualisation', 'avenant'], { error: 'Choisissez : actualisation ou avenant.' }),
  texte: texteObligatoire('Écrivez ce qui change.', 8_000),
  motif: texteObligatoire('Dites pourquoi la feuille de route doit évoluer.', 2_000),
  reforme1: texteFacultatif(40),
  engagement1: texteFacultatif(1_000),
  reforme2: texteFacultatif(40),
  engagement2: texteFacultatif(1_000),
  reforme3: texteFacultatif(40),
  engagement3: texteFacultatif(1_000),
  projetNom: texteFacultatif(300),
  projetDescription: PROJET.description,
  projetPartenaires: PROJET.partenaires,
  projetMoyens: PROJET.moyens,
  retraits: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((valeur) => (valeur === undefined || valeur === '' ? [] : [valeur].flat())),
});

type Saisie = z.output<typeof SAISIE>;

/**
 * Proposes an actualisation or an avenant to a roadmap in force: its text, its reason, and what it adds or takes out.
 * Nothing of it is in force until the DITP accepts it. Gives its number.
 */
export async function proposerEvolution(
  services: Services,
  acteur: Acteur,
  id: string,
  valeurs: unknown,
): Promise<Resultat<number>> {
  const lue = lireSaisie(SAISIE, valeurs);
  if (!lue.ok) return lue;
  const saisie = lue.valeur;
  return surLaFeuille(
    services,
    acteur,
    id,
    (feuille) => peutFaireEvoluerFeuille(acteur, feuille),
    async (atelier) => {
      const { genre, texte, motif } = saisie;
      const verifiee = await verifier(atelier, saisie);
      if (!verifiee.ok) return verifiee;
      const evenement = await atelier.noterEvenement({ genre, jour: atelier.au, texte, motif });
      await ecrireLignes(atelier, evenement, verifiee.valeur);
      if (saisie.projetNom !== null)
        await ecrireProjet(
          atelier,
          {
            nom: saisie.projetNom,
            description: saisie.projetDescription,
            partenaires: saisie.projetPartenaires,
            moyens: saisie.projetMoyens,
          },
          evenement,
        );
      await prevenirDeLaProposition(atelier, { genre, evenement });
      await atelier.journaliser({ acte: 'feuille.proposer', charge: { genre, evenement } });
      return reussite(evenement);
    },
  );
}

type Ligne = {
  readonly geste: 'ajout' | 'retrait';
  readonly reforme_id?: string;
  readonly projet_id?: string;
  readonly engagement?: string;
};

async function verifier(
  { transaction, acteur, feuille }: Atelier,
  saisie: Saisie,
): Promise<Resultat<readonly Ligne[]>> {
  const lignes: Ligne[] = [];
  for (const rang of AJOUTS_PAR_EVOLUTION) {
    const reforme = saisie[`reforme${rang}`];
    const engagement = saisie[`engagement${rang}`];
    if (reforme === null && engagement !== null)
      return echec(faute(`reforme${rang}`, 'Choisissez la réforme de cet engagement.'));
    if (reforme === null) continue;
    if (engagement === null)
      return echec(faute(`engagement${rang}`, 'Dites en une phrase à quoi le préfet s’engage sur cette réforme.'));
    const choisie = await verifierReforme(transaction, acteur, feuille.territoire, reforme, `reforme${rang}`);
    if (!choisie.ok) return choisie;
    if (lignes.some(({ reforme_id }) => reforme_id === reforme))
      return echec(faute(`reforme${rang}`, 'Cette réforme est choisie deux fois.'));
    lignes.push({ geste: 'ajout', reforme_id: reforme, engagement });
  }
  for (const retrait of saisie.retraits) {
    const [type, objet = ''] = retrait.split(':');
    const { reformes, projets } = feuille.contenu;
    if (type === 'reforme' && reformes.has(objet)) lignes.push({ geste: 'retrait', reforme_id: objet });
    else if (type === 'projet' && projets.has(objet)) lignes.push({ geste: 'retrait', projet_id: objet });
    else return echec(faute('retraits', 'Ce qui est retiré n’est plus dans la feuille de route : rechargez la page.'));
    if (lignes.some(({ geste, reforme_id }) => geste === 'ajout' && reforme_id === objet))
      return echec(faute('retraits', 'Une même réforme est ajoutée et retirée : gardez l’un des deux.'));
  }
  return reussite(lignes);
}

async function ecrireLignes(
  { transaction, acteur, feuille, maintenant }: Atelier,
  evenement: number,
  lignes: readonly Ligne[],
): Promise<void> {
  if (lignes.length === 0) return;
  await transaction
    .insertInto('contenu_de_feuille')
    .values(
      lignes.map((ligne) => ({
        feuille_id: feuille.id,
        evenement_id: evenement,
        geste: ligne.geste,
        reforme_id: ligne.reforme_id ?? null,
        projet_id: ligne.projet_id ?? null,
        engagement: ligne.engagement ?? null,
        enregistre_le: maintenant,
        auteur: acteur.compte,
      })),
    )
    .execute();
}

function faute(champ: string, message: string) {
  return fauteDeSaisie('feuille.proposer.contenu', champ, message);
}
