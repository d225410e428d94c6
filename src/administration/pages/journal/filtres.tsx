import { ChampDate, ChampTexte, FormulaireDeFiltres, formaterJour, Liste } from '#interface';
import { adresseAvec, type Saisies } from '../../journal/adresses.ts';

type Props = {
  readonly requete: string;
  readonly saisies: Saisies;
  /** Name of the object looked for; null when none is, or when it was not understood. */
  readonly objet: string | null;
  readonly compte: { readonly id: string; readonly nom: string } | null;
  readonly actes: readonly { readonly acte: string; readonly nom: string }[];
};

export function FiltresDuJournal({ requete, saisies, objet: nomDeLObjet, compte, actes }: Props) {
  const { personne, objet, acte, du, au } = saisies;
  const nomDeLActe = actes.find((connu) => connu.acte === acte)?.nom;
  const actifs = [
    ...(personne === '' ? [] : [{ texte: `par « ${personne} »`, href: adresseAvec(requete, { personne: null }) }]),
    ...(compte === null ? [] : [{ texte: `par ${compte.nom}`, href: adresseAvec(requete, { compte: null }) }]),
    ...(objet === '' ? [] : [{ texte: `sur : ${nomDeLObjet ?? objet}`, href: adresseAvec(requete, { objet: null }) }]),
    ...(nomDeLActe === undefined ? [] : [{ texte: nomDeLActe, href: adresseAvec(requete, { acte: null }) }]),
    ...(du === '' ? [] : [{ texte: `depuis le ${formaterJour(du)}`, href: adresseAvec(requete, { du: null }) }]),
    ...(au === '' ? [] : [{ texte: `jusqu’au ${formaterJour(au)}`, href: adresseAvec(requete, { au: null }) }]),
  ];
  return (
    <FormulaireDeFiltres
      legende="Filtrer les événements"
      action="/administration/journal"
      gardes={compte === null ? [] : [['compte', compte.id]]}
      actifs={actifs}
      toutEffacer="/administration/journal"
    >
      <ChampTexte nom="personne" libelle="Fait par" valeur={personne} type="search" />
      <ChampTexte nom="objet" libelle="Objet (collez son adresse)" valeur={objet} type="search" />
      <Liste
        nom="acte"
        libelle="Acte"
        valeur={acte}
        aucune="tous"
        options={actes.map((connu) => ({ valeur: connu.acte, texte: connu.nom }))}
      />
      <ChampDate nom="du" libelle="Du" valeur={du} />
      <ChampDate nom="au" libelle="Au" valeur={au} />
    </FormulaireDeFiltres>
  );
}
