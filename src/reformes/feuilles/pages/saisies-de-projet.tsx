import { Bouton, ChampTexte, Choix, type Erreurs, Formulaire, type Valeurs, ZoneDeTexte } from '#interface';
import { ETATS_DE_PROJET, type EtatDeProjet, LIBELLES_D_ETAT_DE_PROJET } from '../regles/projets.ts';

type Refuse = { readonly erreurs?: Erreurs; readonly valeurs?: Valeurs };

/** The state of a project, declared with a few words. */
export function FormulaireDeNote({ code, ...refus }: Refuse & { readonly code: EtatDeProjet | null }) {
  return (
    <Formulaire titre="Donner des nouvelles du projet" protege {...refus}>
      <input type="hidden" name="verbe" value="noter" />
      <Choix
        nom="etat"
        legende="État du projet"
        requis
        enLigne
        {...(code === null ? {} : { valeur: code })}
        options={ETATS_DE_PROJET.map((valeur) => ({ valeur, texte: LIBELLES_D_ETAT_DE_PROJET[valeur] }))}
      />
      <ZoneDeTexte nom="texte" libelle="Où en est le projet" requis rows={3} maxLength={4_000} />
      <Bouton>Enregistrer la note</Bouton>
    </Formulaire>
  );
}

/** A milestone and its deadline, in the words one would write. */
export function FormulaireDeJalon(refus: Refuse) {
  return (
    <Formulaire titre="Ajouter un jalon" protege {...refus}>
      <input type="hidden" name="verbe" value="ajouter" />
      <ChampTexte nom="libelle" libelle="Jalon" requis maxLength={300} />
      <ChampTexte
        nom="echeance"
        id="echeance-du-nouveau-jalon"
        libelle="Échéance"
        requis
        maxLength={500}
        aide="Comme vous l’écririez : « 30 juin 2026 », « 1er semestre 2027 », « au plus tard fin 2026 »"
      />
      <Bouton rang="secondaire">Ajouter le jalon</Bouton>
    </Formulaire>
  );
}
