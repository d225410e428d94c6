import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from 'react-router';
import { contexteServices, exigerActeur, lireFormulaire, STATUTS } from '#acces';
import {
  Alerte,
  Bouton,
  compter,
  EtatVide,
  Explication,
  enumerer,
  Formulaire,
  formaterInstant,
  GroupeDeBoutons,
  Lien,
  LienBouton,
  Section,
  Tableau,
  ZoneDeTexte,
} from '#interface';
import { valeursDeFormulaire } from '#socle';
import { rectifierReleve, validerReleve } from '../commandes/releve.ts';
import { decisionsDeLaReunion } from '../lectures/decisions-suivies.ts';
import { contenuDuReleve, lireReleveValide, nommerPresents } from '../lectures/releve.ts';
import { DECISIONS } from '../regles/decisions.ts';
import { LIBELLES_DE_PRESENCE } from '../regles/releve.ts';
import { chargerReunion } from './charger.ts';
import { PageDeReunion, refusDe } from './commun.tsx';
import { ObjetDeDecision, RIEN_DE_DIT } from './tableau-de-decisions.tsx';

export const meta = () => [{ title: 'Relevé de décisions - Jalon' }];

export async function loader(arguments_: LoaderFunctionArgs) {
  const { acteur, services, instance, reunion, vue, au, parametres } = await chargerReunion(arguments_);
  const [valide, suivies] = await Promise.all([
    lireReleveValide(services.base, reunion.id),
    decisionsDeLaReunion(services.base, acteur, reunion, au),
  ]);
  const contenu = valide?.contenu ?? (await contenuDuReleve(services.base, instance, reunion, ''));
  return {
    vue,
    contenu: { ...contenu, presents: await nommerPresents(services.base, contenu.presents) },
    devenues: Object.fromEntries(
      suivies.map(({ id, numero, action, reforme, suite }) => [numero, { id, action, reforme, suite }]),
    ),
    fait: parametres.get('fait'),
    valide: valide && {
      empreinte: valide.empreinte,
      le: formaterInstant(valide.valideLe),
      auteur: valide.auteur,
      rectificatifs: valide.rectificatifs.map((rectificatif) => ({
        ...rectificatif,
        enregistreLe: formaterInstant(rectificatif.enregistreLe),
      })),
    },
  };
}

/** Leads to the decision, where what was done of it is said; a number alone when it was withdrawn since. */
function NumeroDeDecision({ numero, id }: { readonly numero: number; readonly id: string | undefined }) {
  const texte = `n°\u00a0${numero}`;
  return id === undefined ? texte : <Lien href={`/decisions/${id}`}>{texte}</Lien>;
}

const RIEN = { action: null, reforme: null };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const acteur = exigerActeur(context, request);
  const services = context.get(contexteServices);
  const valeurs = valeursDeFormulaire(await lireFormulaire(context, request));
  const id = params.reunion ?? '';
  const verbe = valeurs.verbe === 'rectifier' ? 'rectifier' : 'valider';
  const fait =
    verbe === 'rectifier'
      ? await rectifierReleve(services, acteur, id, valeurs)
      : await validerReleve(services, acteur, id);
  if (fait.ok) return redirect(`/reunions/${id}/releve?fait=${verbe}`);
  return data(
    { verbe, valeurs, champs: fait.refus.champs ?? { formulaire: fait.refus.message } },
    { status: STATUTS[fait.refus.nature] },
  );
}

export default function Releve() {
  const { vue, contenu, devenues, valide, fait } = useLoaderData<typeof loader>();
  const refus = useActionData<typeof action>();
  return (
    <PageDeReunion
      vue={vue}
      onglet="/releve"
      phrase={
        valide === null
          ? `Projet de relevé : ${compter(contenu.decisions.length, 'décision', 'décisions')}. Il change jusqu’à sa validation par la présidence.`
          : `Relevé n° ${contenu.numero} : ${compter(contenu.decisions.length, 'décision', 'décisions')}, validé le ${valide.le}${valide.auteur === null ? '' : ` par ${valide.auteur}`}.`
      }
    >
      {fait === 'valider' && (
        <Alerte ton="succes">
          Le relevé est validé et figé. Les membres et les services responsables sont prévenus par courriel.
        </Alerte>
      )}
      {fait === 'rectifier' && <Alerte ton="succes">Le rectificatif est ajouté au relevé.</Alerte>}
      {valide !== null && (
        <Explication
          question="qu’est-ce qui prouve ce relevé ?"
          elements={[
            { terme: 'Empreinte (SHA-256)', valeur: <code className="instances-empreinte">{valide.empreinte}</code> },
            { terme: 'Au journal', valeur: 'inscrite au moment de la validation, dans la chaîne vérifiable' },
          ]}
        />
      )}
      <Section titre="Décisions" id="decisions">
        <Tableau
          legende="Décisions"
          lignes={contenu.decisions}
          cleDeLigne={({ numero }) => String(numero)}
          vide={<EtatVide titre="Aucune décision">Rien n’a encore été décidé à cette réunion.</EtatVide>}
          colonnes={[
            {
              cle: 'numero',
              titre: 'N°',
              largeur: 'etroite',
              cellule: ({ numero }) => <NumeroDeDecision numero={numero} id={devenues[numero]?.id} />,
            },
            { cle: 'genre', titre: 'Genre', cellule: ({ genre }) => DECISIONS[genre].libelle },
            { cle: 'texte', titre: 'Décision', largeur: 'large', cellule: ({ texte }) => texte },
            { cle: 'point', titre: 'Point', cellule: ({ point }) => point },
            { cle: 'responsable', titre: 'Responsable', cellule: ({ responsable }) => responsable ?? RIEN_DE_DIT },
            { cle: 'echeance', titre: 'Échéance', cellule: ({ echeance }) => echeance ?? RIEN_DE_DIT },
            {
              cle: 'objet',
              titre: 'Ce qu’elle change',
              cellule: ({ numero }) => <ObjetDeDecision {...(devenues[numero] ?? RIEN)} />,
            },
          ]}
        />
      </Section>
      <Section titre="Points examinés" id="points">
        {contenu.points.length === 0 ? (
          <p>Aucun point.</p>
        ) : (
          <ol>
            {contenu.points.map(({ numero, intitule, notes, tranche }) => (
              <li key={numero}>
                {intitule}
                {contenu.decisions.some(({ point }) => point === numero) && (
                  <span className="jalon-discret">
                    {' '}
                    (décidé{'\u00a0'}:{' '}
                    {enumerer(
                      contenu.decisions.filter(({ point }) => point === numero).map((une) => `n°\u00a0${une.numero}`),
                    )}
                    )
                  </span>
                )}
                {!tranche && <span className="jalon-discret"> (non tranché : revient à la prochaine réunion)</span>}
                {notes.map((note) => (
                  <p key={note} className="jalon-texte">
                    {note}
                  </p>
                ))}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section titre="Présences" id="presences">
        <ul>
          {contenu.presents.map(({ membre, etat }) => (
            <li key={membre}>
              {membre}
              {'\u00a0'}: {LIBELLES_DE_PRESENCE[etat].toLowerCase()}
            </li>
          ))}
        </ul>
      </Section>
      {valide !== null && valide.rectificatifs.length > 0 && (
        <Section titre="Rectificatifs" id="rectificatifs">
          {valide.rectificatifs.map(({ numero, texte, motif, enregistreLe, auteur, empreinte }) => (
            <div key={numero}>
              <p>
                <strong>
                  Rectificatif n°{'\u00a0'}
                  {numero}
                </strong>
                , {enregistreLe}, {auteur ?? 'compte effacé'}
              </p>
              <p className="jalon-texte">{texte}</p>
              <p className="jalon-discret">
                Motif{'\u00a0'}: {motif}. Empreinte <code className="instances-empreinte">{empreinte}</code>
              </p>
            </div>
          ))}
        </Section>
      )}
      <Section titre="Documents" id="documents">
        <GroupeDeBoutons>
          {(['docx', 'odt', 'pdf'] as const).map((format) => (
            <LienBouton
              key={format}
              href={`/reunions/${vue.id}/releve.${format}`}
              document
              rang="tertiaire"
              taille="petite"
            >
              Relevé ({format})
            </LienBouton>
          ))}
        </GroupeDeBoutons>
      </Section>
      {vue.validable && vue.etat === 'seance' && (
        <Formulaire titre="Valider le relevé" {...refusDe(refus, 'valider')}>
          <input type="hidden" name="verbe" value="valider" />
          <p>
            Validé, le relevé est numéroté, figé et envoyé aux membres. Il ne se corrige plus que par un rectificatif.
          </p>
          <Bouton>Valider et envoyer le relevé</Bouton>
        </Formulaire>
      )}
      {!vue.validable && vue.etat === 'seance' && (
        <p className="jalon-discret">La présidence ({vue.presidence}) valide ce relevé.</p>
      )}
      {vue.validable && valide !== null && (
        <Section titre="Rectifier" id="rectifier">
          <Formulaire titre="Ajouter un rectificatif" protege {...refusDe(refus, 'rectifier')}>
            <input type="hidden" name="verbe" value="rectifier" />
            <ZoneDeTexte nom="texte" libelle="Ce qu’il faut lire" requis rows={3} />
            <ZoneDeTexte nom="motif" libelle="Motif" requis rows={2} />
            <Bouton rang="secondaire">Ajouter le rectificatif</Bouton>
          </Formulaire>
        </Section>
      )}
    </PageDeReunion>
  );
}
