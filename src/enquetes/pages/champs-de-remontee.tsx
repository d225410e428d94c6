import { Cases, ChampDate, ChampTexte, Liste, ZoneDeTexte } from '#interface';
import { LIBELLES_DE_RESEAU, RESEAUX } from '../regles/reseaux.ts';

export type OptionsDeRemontee = {
  readonly territoires: readonly { readonly valeur: string; readonly texte: string }[];
  readonly profils: readonly { readonly valeur: string; readonly texte: string }[];
};

export const LIBELLES_DES_CHAMPS = {
  titre: 'Titre',
  presentation: 'Présentation',
  reseau: 'Adressée à',
  territoire: 'Territoire',
  profil: 'Qui répond',
  ouvreLe: 'Ouverture',
  fermeLe: 'Dernier jour pour répondre',
  relanceAvant: 'Relance, jours avant la fermeture',
};

type ChampsProps = OptionsDeRemontee & {
  readonly au: string;
  readonly remontee?: {
    readonly titre: string;
    readonly presentation: string | null;
    readonly reseau: string;
    readonly territoire: string;
    readonly profil: string | null;
    readonly anonyme: boolean;
    readonly ouvreLe: string;
    readonly fermeLe: string;
    readonly relanceAvant: number | null;
  };
};

/** Who is asked, until when, and why. */
export function ChampsDeRemontee({ au, remontee, territoires, profils }: ChampsProps) {
  return (
    <>
      <ChampTexte
        nom="titre"
        libelle="Titre"
        aide="Ce que l’on cherche à savoir : « Agents non encore dotés d’une carte »."
        maxLength={200}
        requis
        {...(remontee === undefined ? {} : { valeur: remontee.titre })}
      />
      <ZoneDeTexte
        nom="presentation"
        libelle="Présentation"
        aide="Pourquoi ces questions, et ce qui sera fait des réponses. Montrée à ceux qui répondent."
        maxLength={8000}
        {...(remontee?.presentation == null ? {} : { valeur: remontee.presentation })}
      />
      <Liste
        nom="reseau"
        libelle="Adressée à"
        aide="Un réseau du territoire ; ou des services choisis un à un, à l’étape suivante."
        requis
        options={RESEAUX.map((reseau) => ({ valeur: reseau, texte: LIBELLES_DE_RESEAU[reseau] }))}
        {...(remontee === undefined ? {} : { valeur: remontee.reseau })}
      />
      <Liste
        nom="territoire"
        libelle="Territoire"
        requis
        options={territoires}
        {...(remontee === undefined ? {} : { valeur: remontee.territoire })}
      />
      <Liste
        nom="profil"
        libelle="Qui répond"
        aucune="toute personne du service"
        options={profils}
        {...(remontee?.profil == null ? {} : { valeur: remontee.profil })}
      />
      <ChampDate nom="ouvreLe" libelle="Ouverture" valeur={remontee?.ouvreLe ?? au} />
      <ChampDate
        nom="fermeLe"
        libelle="Dernier jour pour répondre"
        aide="On répond et l’on corrige jusqu’au soir de ce jour."
        requis
        {...(remontee === undefined ? {} : { valeur: remontee.fermeLe })}
      />
      <ChampTexte
        nom="relanceAvant"
        libelle={LIBELLES_DES_CHAMPS.relanceAvant}
        aide="Ceux qui n’ont pas répondu sont relancés, une fois, autant de jours avant la fermeture. Vide : jamais."
        inputMode="numeric"
        maxLength={2}
        valeur={remontee === undefined ? '3' : String(remontee.relanceAvant ?? '')}
      />
      <Cases
        nom="anonyme"
        legende="Anonymat"
        valeurs={remontee?.anonyme ? ['oui'] : []}
        options={[
          {
            valeur: 'oui',
            texte: 'Remontée anonyme',
            aide: 'La réponse ne garde ni qui l’a donnée, ni quand : elle ne se corrige pas, n’a pas de brouillon, et les résultats ne se lisent qu’après la fermeture, jamais sur moins de cinq réponses.',
          },
        ]}
      />
    </>
  );
}
