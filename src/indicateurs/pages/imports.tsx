import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { exigerActeur, obtenir, selon } from '#acces';
import {
  avec,
  compter,
  EnTeteDeListe,
  EtatVide,
  Etiquette,
  type EtiquetteProps,
  formaterInstant,
  formaterNombre,
  Lien,
  LienBouton,
  Page,
  Pagination,
  Tableau,
} from '#interface';
import { rendreLesInterrompus } from '../importer/interrompus.ts';
import type { EtatDImport } from '../importer/trouver.ts';
import { IMPORTS_PAR_PAGE, listerImports } from '../lectures/imports.ts';
import { peutImporterDesValeurs } from '../politique.ts';
import { responsabilitesDImport, servicesDImport } from '../responsabilites.ts';
import { ACCUEIL, INDICATEURS, pageDeLAdresse } from './communs.ts';

export const meta = () => [{ title: 'Imports de valeurs - Jalon' }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = servicesDImport(context);
  obtenir(selon(peutImporterDesValeurs(acteur, await responsabilitesDImport(services, services.base, acteur))));
  const parametres = new URL(request.url).searchParams;
  const page = pageDeLAdresse(parametres);
  await rendreLesInterrompus(services);
  const { imports, total } = await listerImports(services.base, acteur, page);
  return {
    total,
    page,
    pages: Math.ceil(total / IMPORTS_PAR_PAGE),
    requete: parametres.toString(),
    tous: acteur.profil === 'ditp',
    imports: imports.map(({ commenceLe, bilan, ...unImport }) => ({
      ...unImport,
      commenceLe: commenceLe.toISOString(),
      effet: bilan && {
        nouvelles: bilan.effet.nouvelles,
        modifiees: bilan.effet.modifiees,
        refusees: bilan.fichier.refusees,
      },
    })),
  };
}

const ETATS: Readonly<Record<EtatDImport, { readonly ton: EtiquetteProps['ton']; readonly mot: string }>> = {
  lecture: { ton: 'info', mot: 'En lecture' },
  lu: { ton: 'attention', mot: 'À vérifier' },
  refuse: { ton: 'alerte', mot: 'Illisible' },
  application: { ton: 'info', mot: 'En écriture' },
  applique: { ton: 'succes', mot: 'Fait' },
  abandonne: { ton: 'neutre', mot: 'Abandonné' },
  annule: { ton: 'neutre', mot: 'Annulé' },
};

export default function ImportsDeValeurs() {
  const { imports, total, page, pages, requete, tous } = useLoaderData<typeof loader>();
  return (
    <Page
      filDAriane={[ACCUEIL, INDICATEURS]}
      titre="Imports de valeurs"
      phrase={
        total === 0
          ? undefined
          : `${compter(total, 'fichier déposé', 'fichiers déposés')}${tous ? '' : ' par vous'}, du plus récent au plus ancien.`
      }
      actions={
        <LienBouton href="/indicateurs/importer" taille="petite" icone="importer">
          Importer des valeurs
        </LienBouton>
      }
    >
      {total > 0 && <EnTeteDeListe trouves={total} total={total} nom={['import', 'imports']} />}
      <Tableau
        legende="Imports de valeurs"
        lignes={imports}
        cleDeLigne={({ id }) => id}
        vide={
          <EtatVide
            titre="Aucun import pour le moment"
            action={<LienBouton href="/indicateurs/importer">Importer des valeurs</LienBouton>}
          >
            Chaque fichier déposé restera ici, avec ce qu’il a changé et de quoi l’annuler.
          </EtatVide>
        }
        colonnes={[
          {
            cle: 'nom',
            titre: 'Fichier',
            largeur: 'large',
            cellule: ({ id, nom }) => <Lien href={`/indicateurs/imports/${id}`}>{nom}</Lien>,
          },
          {
            cle: 'quand',
            titre: 'Déposé',
            cellule: ({ commenceLe, par }) => (
              <>
                <time dateTime={commenceLe}>{formaterInstant(commenceLe)}</time>
                <div className="jalon-discret">{par ?? 'en ligne de commande'}</div>
              </>
            ),
          },
          {
            cle: 'etat',
            titre: 'État',
            cellule: ({ etat }) => <Etiquette ton={ETATS[etat].ton ?? 'neutre'}>{ETATS[etat].mot}</Etiquette>,
          },
          ...(['nouvelles', 'modifiees', 'refusees'] as const).map((quoi) => ({
            cle: quoi,
            titre: { nouvelles: 'Nouvelles', modifiees: 'Changées', refusees: 'Refusées' }[quoi],
            alignement: 'fin' as const,
            cellule: ({ effet }: (typeof imports)[number]) => (effet === null ? '–' : formaterNombre(effet[quoi])),
          })),
        ]}
      />
      <Pagination page={page} pages={pages} adresse={(vers) => `${avec(requete, {})}&page=${vers}`} />
    </Page>
  );
}
