import { expect, test } from 'vitest';
import { z } from 'zod';
import { lireSaisie, valeursDeFormulaire } from './saisie.ts';

const SAISIE = z.object({
  intitule: z.string().min(1, 'Écrivez l’intitulé de l’action.').max(20, 'Raccourcissez l’intitulé.'),
  taux: z.coerce.number('Écrivez un taux, par exemple 93.').max(100, 'Un taux va de 0 à 100.'),
});

test('une saisie juste est rendue lue', () => {
  expect(lireSaisie(SAISIE, { intitule: 'Ouvrir un guichet', taux: '93' })).toEqual({
    ok: true,
    valeur: { intitule: 'Ouvrir un guichet', taux: 93 },
  });
});

test('un seul champ fautif : le refus dit sa phrase', () => {
  expect(lireSaisie(SAISIE, { intitule: 'Ouvrir un guichet', taux: '140' })).toEqual({
    ok: false,
    refus: {
      nature: 'invalide',
      regle: 'saisie.invalide',
      message: 'Un taux va de 0 à 100.',
      champs: { taux: 'Un taux va de 0 à 100.' },
    },
  });
});

test('plusieurs champs fautifs sont comptés et nommés, chacun par sa première faute', () => {
  const lu = lireSaisie(SAISIE, { intitule: '', taux: 'beaucoup' });
  expect(lu.ok ? null : lu.refus).toMatchObject({
    message: '2 champs sont à corriger.',
    champs: { intitule: 'Écrivez l’intitulé de l’action.', taux: 'Écrivez un taux, par exemple 93.' },
  });
});

test('un champ dans un tableau est nommé par son chemin', () => {
  const lu = lireSaisie(z.object({ lignes: z.array(SAISIE) }), { lignes: [{ intitule: '', taux: '1' }] });
  expect(lu.ok ? null : lu.refus.champs).toEqual({ 'lignes.0.intitule': 'Écrivez l’intitulé de l’action.' });
});

test('les valeurs d’un formulaire : répétées gardées, jeton et fichiers laissés', () => {
  const formulaire = new FormData();
  formulaire.append('jeton', 'abc');
  formulaire.append('titre', 'Irritants des SGC-D');
  for (const service of ['DNUM', 'DRH', 'BCAM']) formulaire.append('pilote', service);
  formulaire.append('fichier', new File(['code;action'], 'plan.csv'));
  expect(valeursDeFormulaire(formulaire)).toEqual({
    titre: 'Irritants des SGC-D',
    pilote: ['DNUM', 'DRH', 'BCAM'],
  });
});
