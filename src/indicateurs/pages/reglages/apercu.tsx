import { Alerte, compter, enumerer, Tableau } from '#interface';
import type { presenterEffet } from './presenter-effet.ts';

type Effet = ReturnType<typeof presenterEffet>;
type Codes = Effet['gagnes'];

/** What these settings would change, before they are saved. */
export function Apercu({ apercu }: { readonly apercu: Effet & { readonly demande: boolean } }) {
  const { tauxChanges, territoires, gagnes, perdus, degenerees, exemples, demande } = apercu;
  return (
    <Alerte
      ton={tauxChanges === 0 ? 'info' : 'attention'}
      niveau="h2"
      titre={
        tauxChanges === 0
          ? 'Aucun taux ne change'
          : `${compter(tauxChanges, 'taux change', 'taux changent')} sur ${compter(territoires, 'territoire suivi', 'territoires suivis')}`
      }
    >
      <ul>
        {perdus.nombre > 0 && <li>Perdent leur taux : {direCodes(perdus)}.</li>}
        {gagnes.nombre > 0 && <li>Gagnent un taux : {direCodes(gagnes)}.</li>}
        {degenerees.nombre > 0 && (
          <li>
            La cible n’est pas du bon côté du départ dans {compter(degenerees.nombre, 'territoire', 'territoires')} (
            {direCodes(degenerees)}) : le taux y vaut 100 si la cible est tenue, 0 sinon.
          </li>
        )}
        <li>
          {demande
            ? 'Rien n’est enregistré.'
            : 'Rien n’est encore enregistré : regardez, puis enregistrez de nouveau pour confirmer.'}
        </li>
      </ul>
      {exemples.length > 0 && (
        <Tableau
          legende="Taux vers la dernière cible, avant et après"
          legendeVisible
          surTelephone="tableau"
          lignes={exemples}
          cleDeLigne={({ territoire }) => territoire}
          colonnes={[
            { cle: 'nom', titre: 'Territoire', cellule: ({ nom }) => nom },
            { cle: 'avant', titre: 'Aujourd’hui', alignement: 'fin', cellule: ({ avant }) => avant },
            { cle: 'apres', titre: 'Avec ces réglages', alignement: 'fin', cellule: ({ apres }) => apres },
          ]}
        />
      )}
    </Alerte>
  );
}

/** « Finistère, Morbihan et 12 autres ». */
function direCodes({ nombre, noms }: Codes): string {
  const reste = nombre - noms.length;
  return reste === 0 ? enumerer(noms) : enumerer([...noms, compter(reste, 'autre', 'autres')]);
}
