import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { compter, formaterInstant, formaterJour, Icone, Lien } from '#interface';
import { accentDe } from '../../territoires/regles/difficultes.ts';
import type { PointPresente } from '../presentation.ts';
import { reformesAPresenter } from '../regles/diapositives.ts';
import { chargerPoint } from './charger-point.ts';
import './points.css';
import { PleinEcran } from './plein-ecran.tsx';

export const meta = ({ data }: { data: Awaited<ReturnType<typeof loader>> | undefined }) => [
  { title: `${data?.titre ?? 'Point d’étape'} : présentation - Jalon` },
];

export async function loader(arguments_: LoaderFunctionArgs) {
  return (await chargerPoint(arguments_)).vue;
}

type Ligne = PointPresente['lignes'][number];
type Commentaire = PointPresente['commentaires'][number];

/** The point d'étape as slides: links lead from one to the next, the wheel and the arrows too, and each prints on a page. */
export default function Presentation() {
  const vue = useLoaderData<typeof loader>();
  const commentees = new Set(vue.commentaires.flatMap(({ reforme }) => (reforme === null ? [] : [reforme])));
  const { presentees, restantes } = reformesAPresenter(vue.lignes, commentees);
  const ensemble = vue.commentaires.filter(({ reforme }) => reforme === null);
  const total = presentees.length + 1;
  return (
    <div className="jalon-diaporama">
      <Diapositive rang={1} total={total} vue={vue}>
        <p className="jalon-diapo__surtitre">
          Situation {vue.territoire.genitif} au {formaterJour(vue.jour)}
          {vue.etat === 'brouillon' && ' · brouillon'}
        </p>
        <h1 className="jalon-diapo__titre">{vue.titre}</h1>
        <p className="jalon-diapo__phrase">{vue.synthese}</p>
        {vue.difficultes.length > 0 && (
          <ol className="jalon-diapo__difficultes">
            {vue.difficultes.map(({ reforme, nom, raisons }) => (
              <li key={reforme}>
                <strong>{nom}</strong>
                {'\u00A0: '}
                {raisons.join(', ')}
              </li>
            ))}
          </ol>
        )}
        <Paroles commentaires={ensemble} />
        {restantes > 0 && (
          <p className="jalon-discret">
            {compter(restantes, 'autre réforme se lit', 'autres réformes se lisent')} dans{' '}
            <Lien href={`/points/${vue.id}`}>le tableau du point d’étape</Lien>.
          </p>
        )}
      </Diapositive>
      {presentees.map((ligne, index) => (
        <Diapositive key={ligne.reforme} rang={index + 2} total={total} vue={vue}>
          <Reforme ligne={ligne} commentaires={vue.commentaires.filter(({ reforme }) => reforme === ligne.reforme)} />
        </Diapositive>
      ))}
    </div>
  );
}

function Diapositive({
  rang,
  total,
  vue,
  children,
}: {
  readonly rang: number;
  readonly total: number;
  readonly vue: PointPresente;
  readonly children: ReactNode;
}) {
  return (
    <section className="jalon-diapo" id={`diapo-${rang}`} aria-label={`Diapositive ${rang} sur ${total}`}>
      <div className="jalon-diapo__corps">{children}</div>
      <nav className="jalon-diapo__pied" aria-label={`Depuis la diapositive ${rang}`}>
        <Lien href={`/points/${vue.id}`}>Quitter</Lien>
        {rang === 1 && <PleinEcran />}
        <span className="jalon-diapo__rang">
          {rang} / {total}
        </span>
        {rang > 1 && <a href={`#diapo-${rang - 1}`}>Précédente</a>}
        {rang < total && <a href={`#diapo-${rang + 1}`}>Suivante</a>}
      </nav>
    </section>
  );
}

function Reforme({ ligne, commentaires }: { readonly ligne: Ligne; readonly commentaires: readonly Commentaire[] }) {
  const { nom, theme, taux, position, ecart, signal, mediane, meteo, jour, couverture } = ligne;
  const accent = accentDe(ligne);
  const faits: readonly (readonly [string, string | null, boolean])[] = [
    ['Trajectoire', ecart.valeur === null ? null : ecart.texte, accent === 'ecart'],
    ['Signal', signal?.texte ?? 'historique court', accent === 'signal'],
    ['Médiane', mediane.valeur === null ? null : mediane.texte, accent === 'mediane'],
    ['Mesuré le', jour === null ? 'jamais mesuré' : formaterJour(jour), false],
    ['Couverture', couverture, false],
  ];
  return (
    <>
      <p className="jalon-diapo__surtitre">{theme}</p>
      <h2 className="jalon-diapo__titre">{nom}</h2>
      <div className="jalon-diapo__chiffres">
        <p className={`jalon-diapo__taux${accent === 'taux' ? ' jalon-diapo__taux--alerte' : ''}`}>
          {position === 'recul' && <Icone nom="bas" taille={40} />}
          {taux.texte}
        </p>
        <dl className="jalon-diapo__faits">
          {faits.map(([terme, valeur, accentue]) =>
            valeur === null ? null : (
              <div key={terme} className={accentue ? 'jalon-diapo__fait--accent' : undefined}>
                <dt>{terme}</dt>
                <dd>
                  {accentue && <Icone nom="bas" taille={20} />} {valeur}
                </dd>
              </div>
            ),
          )}
        </dl>
      </div>
      {taux.valeur !== null && position !== 'recul' && (
        <Barre taux={Number(taux.valeur)} ecart={ecart.valeur === null ? null : Number(ecart.valeur)} />
      )}
      {meteo === null ? (
        <p className="jalon-discret">Météo jamais déclarée.</p>
      ) : (
        <p className="jalon-diapo__meteo">
          <Icone nom={meteo.code} taille={40} />
          <span>
            <strong>{meteo.nom}</strong>, le {formaterJour(meteo.jour)}
            {meteo.divergente && ', diverge de l’indicateur'}
            {'\u00A0: '}
            {meteo.phrase}
          </span>
        </p>
      )}
      <Paroles commentaires={commentaires} />
    </>
  );
}

/** The rate, and where it was expected; the same figures stand above in words. */
function Barre({ taux, ecart }: { readonly taux: number; readonly ecart: number | null }) {
  const attendu = ecart === null ? null : `${Math.min(100, Math.max(0, taux - ecart))}%`;
  return (
    <>
      <svg className="jalon-diapo__barre" aria-hidden="true" focusable="false">
        <rect className="jalon-diapo__fond" width="100%" height="100%" rx="4" />
        <rect className="jalon-diapo__plein" width={`${taux}%`} height="100%" rx="4" />
        {attendu !== null && <line className="jalon-diapo__attendu" x1={attendu} x2={attendu} y1="-15%" y2="115%" />}
      </svg>
      {attendu !== null && (
        <p className="jalon-diapo__legende" aria-hidden="true">
          Le trait marque ce qui était attendu à cette date.
        </p>
      )}
    </>
  );
}

function Paroles({ commentaires }: { readonly commentaires: readonly Commentaire[] }) {
  return commentaires.map(({ id, texte, auteur, quand }) => (
    <blockquote key={id} className="jalon-diapo__parole">
      <p className="jalon-texte">{texte}</p>
      <footer>
        {auteur}, {formaterInstant(quand)}
      </footer>
    </blockquote>
  ));
}
