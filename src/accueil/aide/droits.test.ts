import { describe, expect, test } from 'vitest';
import type { Profil } from '#acces';
import { droitsParProfil } from './droits.ts';

const droits = (profil: Profil) => droitsParProfil().find((ligne) => ligne.profil === profil);

describe('ce que l’aide dit des droits de chaque profil', () => {
  test('la DITP lit et modifie tout, brouillons compris', () => {
    expect(droits('ditp')).toMatchObject({
      lit: ['tous les plans, brouillons compris'],
      ecrit: ['tous les plans et toutes leurs actions'],
    });
  });
  test.each(['presidence', 'premier_ministre'] as const)('%s lit tout ce qui est publié et n’écrit rien', (profil) => {
    expect(droits(profil)).toMatchObject({ lit: ['tous les plans, sauf les brouillons'], ecrit: [] });
  });
  test.each([
    'cabinet',
    'administration_centrale',
  ] as const)('%s lit les plans de son ministère et n’écrit rien', (profil) => {
    expect(droits(profil)?.lit).toContain('ceux de son ministère');
    expect(droits(profil)?.ecrit).toEqual([]);
  });
  test('le préfet du Finistère lit les plans de son territoire et tient ceux de ses services', () => {
    expect(droits('prefet_departement')?.lit).toContain('ceux de son territoire');
    expect(droits('prefet_departement')?.ecrit).toContain('crée et importe les plans de son service');
    expect(droits('prefet_departement')?.ecrit).toContain('crée les instances dont son service tient le secrétariat');
  });
  test('un service déconcentré ne fait que donner des nouvelles des actions qu’il porte', () => {
    expect(droits('service_deconcentre')?.ecrit).toEqual(['donne des nouvelles des actions que son service porte']);
  });
  test('aucun profil n’est laissé sans réponse', () => {
    for (const { lit } of droitsParProfil()) expect(lit).not.toEqual([]);
  });
});
