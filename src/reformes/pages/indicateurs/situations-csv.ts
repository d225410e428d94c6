import type { LoaderFunctionArgs } from 'react-router';
import { contexteServices, exigerActeur } from '#acces';
import { formaterJour } from '#interface';
import { telechargement } from '#socle';
import { ecrireCsv } from '#tableur';
import { ouvrirIndicateur } from './acces.ts';
import { chargerFiche } from './charger-fiche.ts';

/** The territories the page lists with the same address, with the same figures. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const ouvert = await ouvrirIndicateur(services.base, acteur, params.indicateur ?? '');
  const fiche = await chargerFiche(services, acteur, ouvert, new URL(request.url).searchParams);
  const octets = ecrireCsv({
    nom: 'Territoires',
    entetes: [
      'code',
      'territoire',
      'avancement',
      'taux (%)',
      'valeur',
      'unité',
      'mesuré le',
      'suivante attendue le',
      'écart à la trajectoire (points)',
      'écart à la médiane (points)',
      'signal',
      'couverture',
      'situation au',
    ],
    lignes: fiche.situations.map((s) => [
      s.territoire,
      s.nom,
      s.taux.texte,
      s.taux.valeur ?? '',
      s.valeur.valeur ?? '',
      fiche.unite,
      s.jour ?? '',
      s.attendueLe ?? '',
      s.ecart === null ? null : Number(s.ecart.valeur),
      s.mediane === null ? null : Number(s.mediane.valeur),
      s.signal?.texte ?? '',
      s.partiel ?? '',
      fiche.regard.jour,
    ]),
  });
  return telechargement(
    octets,
    `${fiche.identifiant} au ${formaterJour(fiche.regard.jour)}.csv`,
    'text/csv; charset=utf-8',
  );
}
