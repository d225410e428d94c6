import { type ReactElement, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { enTete, rendre } from './essais/rendre.tsx';
import {
  Alerte,
  Avancement,
  Bouton,
  Carte,
  ChampTexte,
  Choix,
  Courbe,
  Definitions,
  Entonnoir,
  Etapes,
  Explication,
  Formulaire,
  Frise,
  Gabarit,
  GroupeDeBoutons,
  Historique,
  LienBouton,
  Onglets,
  Page,
  PanneauDepliant,
  PointsDeComparaison,
  SerieDIndicateur,
} from './index.ts';

const SEGMENTS = [
  {
    debut: null,
    fin: '2021-12-31',
    genre: 'engagement_initial',
    ton: 'neutre',
    titre: 'engagement initial : fin 2021',
  },
  { debut: null, fin: '2022-04-20', genre: 'ouvert_a_gauche', ton: 'alerte', titre: 'au plus tard le 20 avril 2022' },
] as const;

describe('la politique de sécurité du contenu', () => {
  function Compteur() {
    return <Bouton type="button">{useState(0)[0]}</Bouton>;
  }
  const tout: ReactElement = (
    <Gabarit {...enTete} blocMarque={['Préfet', 'du Finistère']}>
      <Page
        titre="Tout"
        faits="faits"
        actions={
          <LienBouton href="/x" icone="plus">
            Ajouter
          </LienBouton>
        }
      >
        <Onglets legende="Vues" onglets={[{ texte: 'Actions', href: '/plans', actif: true, nombre: 29 }]} />
        <Etapes
          courante={2}
          etapes={[{ titre: 'Fichier', href: '/f' }, { titre: 'Lecture' }, { titre: 'Vérification' }]}
        />
        <Alerte ton="attention" titre="Ligne 13">
          Texte gardé.
        </Alerte>
        <Explication
          formule="terminées ÷ toutes"
          elements={[{ terme: 'Couverture', valeur: '98 départements sur 101' }]}
        />
        <Definitions elements={[{ terme: 'Pilote', valeur: 'SHFD' }]} enLigne />
        <Historique legende="Histoire" faits={[{ cle: '1', quand: '2022-01-12', titre: 'Note', auteur: 'SHFD' }]} />
        <PanneauDepliant titre="Plus">Détail</PanneauDepliant>
        <Formulaire erreurs={{ titre: 'Donnez un titre.' }} protege>
          <ChampTexte nom="titre" libelle="Titre" />
          <Choix nom="genre" legende="Nature" options={[{ valeur: 'plan', texte: 'Plan', aide: 'aide' }]} />
          <GroupeDeBoutons>
            <Compteur />
          </GroupeDeBoutons>
        </Formulaire>
        <Avancement taux={40} attendu={60} serie={[10, 40]} />
        <Frise
          legende="Échéances"
          aujourdhui="2022-06-05"
          lignes={[{ cle: 'a', libelle: 'A', href: '/a', segments: SEGMENTS }]}
        />
        <Courbe
          legende="Courbe"
          aujourdhui="2022-06-05"
          points={[{ jour: '2022-01-01', attendu: 10, declare: 5 }]}
          forme="paliers"
        />
        {(['departement', 'region'] as const).map((maille) => (
          <Carte
            key={maille}
            titre="Carte"
            maille={maille}
            classes={[{ cle: 'a', libelle: 'A' }]}
            territoires={[{ code: 'D29', nom: 'Finistère', classe: 'a', valeurTexte: '77', href: '/x', ancien: true }]}
            legende={{ aLaDate: 1, plusAnciens: 0, sansValeur: 0 }}
          />
        ))}
        <SerieDIndicateur
          legende="Série"
          aujourdhui="2022-06-05"
          mesures={[{ jour: '2022-01-01', valeur: '5' }]}
          cibles={[{ jour: '2022-12-31', valeur: '9' }]}
          limites={[{ du: '2022-01-01', au: '2022-03-01', basse: '1', moyenne: '2', haute: '3' }]}
          ruptures={[{ jour: '2022-02-01', motif: 'méthode' }]}
        />
        <PointsDeComparaison legende="L" mediane="5" points={[{ code: 'D29', nom: 'Finistère', valeur: '7' }]} />
        <Entonnoir
          legende="L"
          denominateur="habitants"
          moyenne="5"
          limites={[]}
          points={[{ code: 'D29', nom: 'F', denominateur: '9', valeur: '5', place: 'hors_998' }]}
        />
      </Page>
    </Gabarit>
  );
  const html = rendre(tout);

  test('aucun composant n’écrit d’attribut style, de script ni de gestionnaire dans la page', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/<(script|style)\b/);
    expect(html).not.toMatch(/\son[a-z]+=/);
  });
  test('aucune ancre n’est donnée deux fois dans la page', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((trouve) => trouve[1]);
    expect(ids).toEqual([...new Set(ids)]);
  });
});
