import { describe, expect, test } from 'vitest';
import { enTete, rendre } from '../essais/rendre.tsx';
import {
  Bouton,
  Cases,
  ChampDate,
  ChampFichier,
  ChampTexte,
  Choix,
  Formulaire,
  FormulaireDeFiltres,
  Gabarit,
  Liste,
  ZoneDeTexte,
} from '../index.ts';

describe('les formulaires', () => {
  const formulaire = (
    <Formulaire
      erreurs={{ titre: 'Donnez un titre.', formulaire: 'Le plan a changé entre-temps.' }}
      valeurs={{ debut: '2022-02-30', mailles: ['departement'], genre: 'route', pilote: 'DNUM', note: 'Relance faite' }}
      libelles={{ titre: 'Titre' }}
      fichiers
    >
      <ChampTexte nom="titre" libelle="Titre" aide="Tel que sur le document." requis />
      <ChampDate nom="debut" libelle="Début" valeur="2022-01-01" />
      <ZoneDeTexte nom="note" libelle="Note" />
      <ChampFichier nom="fichier" libelle="Fichier" accepte=".xlsx" />
      <Liste
        nom="pilote"
        libelle="Pilote"
        aucune="Choisir"
        options={[
          { valeur: 'DNUM', texte: 'DNUM' },
          { valeur: 'DRH', texte: 'DRH' },
        ]}
      />
      <Choix
        nom="genre"
        legende="Nature"
        options={[
          { valeur: 'plan', texte: 'Plan' },
          { valeur: 'route', texte: 'Feuille de route' },
        ]}
      />
      <Cases
        nom="mailles"
        legende="Mailles"
        options={[
          { valeur: 'region', texte: 'Région' },
          { valeur: 'departement', texte: 'Département' },
        ]}
      />
      <Bouton>Enregistrer</Bouton>
    </Formulaire>
  );
  const html = rendre(<Gabarit {...enTete}>{formulaire}</Gabarit>);

  test('chaque champ a son libellé', () => {
    for (const nom of ['titre', 'debut', 'note', 'fichier', 'pilote']) {
      expect(html).toContain(`for="champ-${nom}"`);
      expect(html).toMatch(new RegExp(`<(input|select|textarea)[^>]* id="champ-${nom}"`));
    }
  });
  test('l’aide et le message d’erreur sont liés au champ, qui se dit non valable', () => {
    expect(html).toContain('aria-describedby="champ-titre-aide champ-titre-erreur" aria-invalid="true"');
    expect(html).toContain('id="champ-titre-aide"');
    expect(html).toContain('id="champ-titre-erreur"');
  });
  test('le résumé des erreurs mène aux champs et prend le focus, même sans script', () => {
    expect(html).toContain('<a href="#champ-titre">Titre\u00A0: Donnez un titre.</a>');
    expect(html).toContain('<li>Le plan a changé entre-temps.</li>');
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/i);
  });
  test('ce qui avait été saisi est gardé après un refus', () => {
    expect(html).toContain('value="2022-02-30"');
    expect(html).toContain('<option value="DNUM" selected="">');
    expect(html).toContain('Relance faite</textarea>');
    expect(html).toMatch(/value="route"[^>]*checked|checked=""[^>]*value="route"/);
    expect(html).toMatch(/value="departement"[^>]*checked|checked=""[^>]*value="departement"/);
  });
  test('le formulaire porte le jeton et sait envoyer un fichier', () => {
    expect(html).toMatch(
      /<form[^>]*method="post"[^>]*encType="multipart\/form-data"|<form[^>]*encType="multipart\/form-data"[^>]*method="post"/i,
    );
    expect(html.match(/name="jeton"/g)).toHaveLength(2);
  });
  test('les filtres gardent le reste de l’adresse et se retirent un à un', () => {
    const filtres = rendre(
      <FormulaireDeFiltres
        legende="Filtrer"
        gardes={[['tri', 'code']]}
        actifs={[{ texte: 'en retard', href: '?tri=code' }]}
      >
        <ChampTexte nom="q" libelle="Texte" />
      </FormulaireDeFiltres>,
    );
    expect(filtres).toContain('<input type="hidden" name="tri" value="code"/>');
    expect(filtres).toMatch(
      /href="\/plans\?tri=code"[^>]*><span class="fr-sr-only">Retirer le filtre <\/span>en retard/,
    );
  });
});
