import type { ReactNode } from 'react';
import {
  Cases,
  ChampTexte,
  Choix,
  type Erreurs,
  Formulaire,
  Liste,
  Section,
  type Valeurs,
  ZoneDeTexte,
} from '#interface';
import { AGREGATIONS, ETATS, enOptions, FENETRES, MAILLES, OPERATIONS, PERIODICITES, SENS } from '../../mots.ts';
import { LIBELLES } from './libelles.ts';

type Textes = Readonly<Record<string, string | string[]>>;

type Props = {
  readonly titre: string;
  readonly valeurs: Textes;
  readonly referentiel: {
    readonly organisations: readonly { readonly valeur: string; readonly texte: string }[];
    readonly identifiants: readonly string[];
  };
  readonly erreurs: Erreurs | undefined;
  readonly saisies: Valeurs | undefined;
  /** Hidden fields, and the buttons. */
  readonly children: ReactNode;
};

/** Every setting of an indicator: what it is, how it is fed, how it is computed. */
export function FormulaireDIndicateur({ titre, valeurs, referentiel, erreurs, saisies, children }: Props) {
  const texte = (nom: string) => (typeof valeurs[nom] === 'string' ? valeurs[nom] : '');
  const liste = (nom: string) => [valeurs[nom] ?? []].flat();
  const libelle = (nom: string) => LIBELLES[nom] ?? nom;
  const champ = (nom: string) => ({ nom, libelle: libelle(nom), valeur: texte(nom) });
  return (
    <Formulaire titre={titre} protege disposition="page" erreurs={erreurs} valeurs={saisies} libelles={LIBELLES}>
      <Section titre="Ce qu’il mesure">
        <div className="jalon-reglages">
          <ChampTexte {...champ('nom')} requis maxLength={500} />
          <ChampTexte
            {...champ('identifiant')}
            requis
            maxLength={100}
            spellCheck={false}
            aide="Celui des fichiers de valeurs, sans espace : tx-raccordement-fibre"
          />
          <ChampTexte {...champ('unite')} maxLength={200} aide="« % des locaux », « jours »" />
          <ChampTexte {...champ('mesure')} maxLength={500} aide="Ce à quoi le baromètre le rattache" />
          <Choix nom="sens" legende={libelle('sens')} requis enLigne valeur={texte('sens')} options={enOptions(SENS)} />
          <ChampTexte {...champ('decimales')} inputMode="numeric" aide="De 0 à 6" />
          <ZoneDeTexte {...champ('methode')} rows={3} maxLength={4_000} aide="Ce qui est compté, et comment" />
          <ZoneDeTexte {...champ('source')} rows={3} maxLength={1_000} aide="Qui produit le chiffre" />
        </div>
      </Section>
      <Section titre="Où et quand">
        <div className="jalon-reglages">
          <Cases
            nom="mailles"
            legende={libelle('mailles')}
            requis
            valeurs={liste('mailles')}
            options={enOptions(MAILLES)}
          />
          <Cases
            nom="maillesAvecCible"
            legende={libelle('maillesAvecCible')}
            aide="Une cible absente y est signalée"
            valeurs={liste('maillesAvecCible')}
            options={enOptions(MAILLES)}
          />
          <Liste {...champ('periodicite')} requis aucune="Choisir une périodicité" options={enOptions(PERIODICITES)} />
          <ChampTexte
            {...champ('delai')}
            inputMode="numeric"
            aide="Après la fin de la période, avant que la valeur ne soit connue"
          />
          <ChampTexte
            {...champ('sansObjet')}
            aide="Où il n’y a rien à mesurer : D976, D973. Ils ne manquent pas, et ne comptent pas."
          />
          <ChampTexte
            {...champ('ruptures')}
            aide="Jours où la méthode a changé : 01/01/2021. Le signal ne compare pas d’un côté à l’autre."
          />
        </div>
      </Section>
      <Section titre="Comment il se calcule">
        <div className="jalon-reglages">
          {(['agregationVi', 'agregationVa', 'agregationVc'] as const).map((nom) => (
            <Liste
              key={nom}
              {...champ(nom)}
              aide="Région et France, depuis la maille la plus fine"
              options={enOptions(AGREGATIONS)}
            />
          ))}
          <ChampTexte
            {...champ('tolerance')}
            inputMode="numeric"
            aide="Un territoire plus ancien que cela ne compte pas dans l’ensemble"
          />
          <ChampTexte
            {...champ('numerateur')}
            propositions={referentiel.identifiants}
            spellCheck={false}
            aide="Identifiant de l’indicateur, pour un ratio"
          />
          <ChampTexte
            {...champ('denominateur')}
            propositions={referentiel.identifiants}
            spellCheck={false}
            aide="Identifiant de l’indicateur, pour un ratio ou les poids d’une moyenne"
          />
          <ChampTexte {...champ('facteur')} inputMode="decimal" aide="100 pour un pourcentage" />
          <Cases
            nom="decumuler"
            legende={libelle('decumuler')}
            valeurs={liste('decumuler')}
            options={[
              {
                valeur: 'oui',
                texte: 'Les valeurs reçues s’ajoutent depuis janvier : prendre celles de chaque période',
              },
            ]}
          />
          <Liste {...champ('operation')} aucune="aucun : la valeur telle qu’elle est" options={enOptions(OPERATIONS)} />
          <Liste {...champ('fenetre')} aucune="aucune" options={enOptions(FENETRES)} />
        </div>
      </Section>
      <Section titre="Qui en répond">
        <div className="jalon-reglages">
          <Liste
            {...champ('responsable')}
            aucune="la DITP seule"
            aide="Ses chefs de projet en saisissent les valeurs et répondent aux propositions"
            options={referentiel.organisations}
          />
          <Choix
            nom="etat"
            legende={libelle('etat')}
            enLigne
            valeur={texte('etat') || 'actif'}
            options={enOptions(ETATS)}
          />
        </div>
      </Section>
      {children}
    </Formulaire>
  );
}
