import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur, obtenir, refuser } from '#acces';
import { aujourdhui } from '#socle';
import { TERRITOIRES } from '#territoires';
import { trouverFeuille } from '../lectures/feuille.ts';
import {
  peutCloreFeuille,
  peutComposerFeuille,
  peutFaireEvoluerFeuille,
  peutRepondreAuPrefet,
  peutSignerFeuille,
  peutTenirFeuille,
} from '../politique.ts';
import { direMandat, direPrefet, TONS_DE_FEUILLE } from '../presentation.ts';
import { LIBELLES_D_ETAT } from '../regles/mandat.ts';

/** The roadmap an address names, as this person reads it, and what they may do with it. */
export async function chargerFeuille({ context, request, params }: LoaderFunctionArgs | ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const au = aujourdhui(services.horloge);
  const { feuille, lecture } = obtenir(await trouverFeuille(services.base, acteur, params.feuille ?? '', au));
  const territoire = TERRITOIRES.find(({ code }) => code === feuille.territoire);
  return {
    acteur,
    services,
    au,
    feuille,
    lecture,
    parametres: new URL(request.url).searchParams,
    vue: {
      id: feuille.id,
      titre: feuille.titre,
      territoire: feuille.territoire,
      lieu: territoire?.locution ?? '',
      prefet: direPrefet(feuille.territoire),
      etat: feuille.etat,
      etatLibelle: LIBELLES_D_ETAT[feuille.etat],
      etatTon: TONS_DE_FEUILLE[feuille.etat],
      mandat: direMandat(feuille),
      signeeLe: feuille.signeeLe,
      fin: feuille.fin,
      version: feuille.version,
      demonstration: feuille.demonstration,
      aujourdhui: au,
      entiere: lecture.part === 'entiere',
      composable: peutComposerFeuille(acteur, feuille).permis,
      tenable: peutTenirFeuille(acteur, feuille).permis,
      evolutive: peutFaireEvoluerFeuille(acteur, feuille).permis,
      signable: peutSignerFeuille(acteur, feuille).permis,
      repondable: peutRepondreAuPrefet(acteur, feuille).permis,
      clorable: peutCloreFeuille(acteur, feuille).permis,
    },
  };
}

/** The same for pages that show more than the part of some reforms. */
export async function chargerFeuilleEntiere(arguments_: LoaderFunctionArgs | ActionFunctionArgs) {
  const charge = await chargerFeuille(arguments_);
  if (charge.lecture.part !== 'entiere')
    refuser({
      nature: 'interdit',
      regle: 'feuille.lire.part',
      message:
        'Vous lisez, de cette feuille de route, ce qui touche à vos réformes. Le reste est au préfet : adressez-vous à lui.',
    });
  return charge;
}

export type FeuilleEnPage = Awaited<ReturnType<typeof chargerFeuille>>['vue'];
