import { type LoaderFunctionArgs, redirect } from 'react-router';
import { formaterJour } from '#interface';
import { gardes } from '../adresses.ts';
import { enfantsDe, lireCroisement } from '../lectures/enfants.ts';
import { croiser } from '../regles/chaleur.ts';
import { chargerTerritoire } from './charger-territoire.ts';

/** The territories below this one, side by side. A département has none: its own page answers. */
export async function donneesDeChaleur(arguments_: LoaderFunctionArgs) {
  const charge = await chargerTerritoire(arguments_);
  const { services, acteur, actives, regard, vue, territoire, parametres } = charge;
  if (vue.maille === 'departemental') throw redirect(`/territoires/${vue.code}${gardes(parametres)}`);
  const territoires = enfantsDe(territoire);
  const theme = parametres.get('theme')?.trim().slice(0, 200) || null;
  const croises = await lireCroisement(services.base, acteur, { reformes: actives, territoires }, regard);
  const retenues = croises.reformes.filter((reforme) => theme === null || reforme.theme === theme);
  return {
    charge,
    pourLaPage: {
      vue,
      au: regard.jour,
      theme,
      themes: [...new Set(croises.reformes.map((reforme) => reforme.theme))].sort(new Intl.Collator('fr').compare),
      total: croises.reformes.length,
      titre: `Réformes ${vue.maille === 'national' ? 'des régions' : `des départements ${vue.genitif}`} au ${formaterJour(regard.jour)}`,
      territoires: territoires.map(({ code, nom }) => ({ code, nom })),
      lignes: croiser(
        retenues.map(({ id, nom, theme: sien }) => ({ id, nom, theme: sien })),
        territoires,
        croises.suivis,
      ),
    },
  };
}
