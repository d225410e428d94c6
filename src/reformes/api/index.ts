import { z } from 'zod';
import { type RouteDApi, routeDApi } from '#acces';
import { type Regard, regardDeLAdresse } from '#indicateurs';
import { aujourdhui, type Services } from '#socle';
import { echec, type Refus, type Resultat, reussite } from '#socle/valeurs';
import { TERRITOIRES } from '#territoires';
import { toutesLesReformes, trouverReforme } from '../lectures/reformes.ts';
import type { Suivi } from '../lectures/suivis.ts';
import { suivisVus } from '../lectures/suivis-vus.ts';
import { peutLireReforme, territoiresLisibles } from '../politique.ts';
import { presenterSuivi } from '../presentation.ts';
import { jour, presenterReforme, reformePresentee, suiviPresente } from './schemas.ts';

const SUIVIS = z.strictObject({
  au: jour.meta({ description: 'Le jour de cette situation, à Paris, AAAA-MM-JJ' }),
  suivis: z.array(suiviPresente),
  nombre: z.number().int(),
});

const DATE = z.strictObject({
  au: z.string().max(20).optional().meta({
    description:
      'La situation telle qu’elle était connue à la fin de ce jour passé, AAAA-MM-JJ, avec les règles d’aujourd’hui ; sans lui, celle d’aujourd’hui',
  }),
});

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
    requete: DATE,
    corps: null,
    reponse: SUIVIS,
    async traiter({ services, acteur, parametres, requete }) {
      const regard = regardDemande(services, requete);
      if (!regard.ok) return regard;
      const reforme = await trouverReforme(services.base, acteur, parametres.reforme);
      if (!reforme.ok) return reforme;
      const territoires = TERRITOIRES.filter(({ maille }) => reforme.valeur.mailles.includes(maille));
      const paires = { reformes: [reforme.valeur], territoires: territoires.map(({ code }) => code) };
      const suivis = await suivisVus(services.base, acteur, paires, regard.valeur, { mediane: true });
      return reussite(enReponse(suivis, regard.valeur));
    },
  }),
  routeDApi({
    methode: 'get',
    chemin: '/territoires/{territoire}/suivis',
    portee: 'reformes.lire',
    resume: 'Chaque réforme que le titulaire du jeton lit dans un territoire',
    description: 'À une date passée, l’écart à la médiane n’est pas recalculé : demandez-le réforme par réforme.',
    parametres: z.object({ territoire: z.string().meta({ description: 'Code du territoire : FR, R53, D29' }) }),
    requete: DATE,
    corps: null,
    reponse: SUIVIS,
    async traiter({ services, acteur, parametres: { territoire }, requete }) {
      const regard = regardDemande(services, requete);
      if (!regard.ok) return regard;
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
      const paires = { reformes: lisibles, territoires: [territoire] };
      return reussite(enReponse(await suivisVus(services.base, acteur, paires, regard.valeur), regard.valeur));
    },
  }),
];

/** The day a program asks for: it is refused where a page would show today, since nobody reads what a page would say. */
function regardDemande({ horloge }: Pick<Services, 'horloge'>, { au }: z.output<typeof DATE>): Resultat<Regard> {
  const regard = regardDeLAdresse(new URLSearchParams(au === undefined ? {} : { au }), aujourdhui(horloge));
  return regard.dateEcartee === null ? reussite(regard) : echec(DATE_ECARTEE);
}

const DATE_ECARTEE: Refus = {
  nature: 'invalide',
  regle: 'suivis.date',
  message: '« au » est un jour passé, écrit AAAA-MM-JJ. Sans lui, la situation est celle d’aujourd’hui.',
};

function enReponse(suivis: readonly Suivi[], { jour: au }: Regard) {
  return { au, suivis: suivis.map((suivi) => presenterSuivi(suivi, au)), nombre: suivis.length };
}
