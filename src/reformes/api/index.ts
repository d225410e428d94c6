import { z } from 'zod';
import { type RouteDApi, routeDApi } from '#acces';
import { aujourdhui } from '#socle';
import { echec, reussite } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { toutesLesReformes, trouverReforme } from '../lectures/reformes.ts';
import { lireSuivis } from '../lectures/suivis.ts';
import { peutLireReforme, territoiresLisibles } from '../politique.ts';
import { presenterSuivi } from '../presentation.ts';
import { presenterReforme, reformePresentee, suiviPresente } from './schemas.ts';

const SUIVIS = z.strictObject({ suivis: z.array(suiviPresente), nombre: z.number().int() });

/** What the API does with reforms. The same readings, policy and presentation as the pages. */
export const API_DES_REFORMES: readonly RouteDApi[] = [
  routeDApi({
    methode: 'get',
    chemin: '/reformes',
    portee: 'reformes.lire',
    resume: 'Les réformes que le titulaire du jeton peut lire, par nom',
    parametres: z.strictObject({}),
    requete: z.strictObject({}),
    corps: null,
    reponse: z.strictObject({ reformes: z.array(reformePresentee), nombre: z.number().int() }),
    async traiter({ services, acteur }) {
      const lisibles = (await toutesLesReformes(services.base)).flatMap((reforme) => {
        const territoires = territoiresLisibles(acteur, reforme);
        return territoires.length === 0 ? [] : [presenterReforme(reforme, territoires)];
      });
      return reussite({ reformes: lisibles, nombre: lisibles.length });
    },
  }),
  routeDApi({
    methode: 'get',
    chemin: '/reformes/{reforme}/suivis',
    portee: 'reformes.lire',
    resume: 'Une réforme dans chaque territoire où le titulaire du jeton la lit',
    parametres: z.object({ reforme: z.string().meta({ description: 'Identifiant de la réforme' }) }),
    requete: z.strictObject({}),
    corps: null,
    reponse: SUIVIS,
    async traiter({ services, acteur, parametres }) {
      const reforme = await trouverReforme(services.base, acteur, parametres.reforme);
      if (!reforme.ok) return reforme;
      const territoires = TERRITOIRES.filter(({ maille }) => reforme.valeur.mailles.includes(maille));
      const suivis = await lireSuivis(
        services.base,
        acteur,
        [reforme.valeur],
        territoires.map(({ code }) => code),
      );
      const au = aujourdhui(services.horloge);
      return reussite({ suivis: suivis.map((suivi) => presenterSuivi(suivi, au)), nombre: suivis.length });
    },
  }),
  routeDApi({
    methode: 'get',
    chemin: '/territoires/{territoire}/suivis',
    portee: 'reformes.lire',
    resume: 'Chaque réforme que le titulaire du jeton lit dans un territoire',
    parametres: z.object({ territoire: z.string().meta({ description: 'Code du territoire : FR, R53, D29' }) }),
    requete: z.strictObject({}),
    corps: null,
    reponse: SUIVIS,
    async traiter({ services, acteur, parametres: { territoire } }) {
      const reformes = await toutesLesReformes(services.base);
      const lisibles = reformes.filter((reforme) => peutLireReforme(acteur, reforme, territoire).permis);
      if (!TERRITOIRES.some(({ code }) => code === territoire)) {
        return echec({
          nature: 'introuvable',
          regle: 'territoire.introuvable',
          message: `Aucun territoire ne porte le code « ${territoire.slice(0, 20)} ». Écrivez FR, R53 ou D29.`,
        });
      }
      if (lisibles.length === 0) {
        return echec({
          nature: 'interdit',
          regle: 'territoire.lire',
          message: 'Aucune réforme de ce territoire n’est ouverte au titulaire de ce jeton.',
        });
      }
      const au = aujourdhui(services.horloge);
      const suivis = await lireSuivis(services.base, acteur, lisibles, [territoire]);
      return reussite({ suivis: suivis.map((suivi) => presenterSuivi(suivi, au)), nombre: suivis.length });
    },
  }),
];
