import { formaterJour } from '#interface';
import type { ActeSur, PhrasesDe } from '#journal';
import { ETATS_DE_PROJET, LIBELLES_D_ETAT_DE_PROJET } from './regles/projets.ts';

/** How what happens to roadmaps is said. */
export const PHRASES_DES_FEUILLES: PhrasesDe<Exclude<ActeSur<'feuille_de_route'>, 'acces.refuser'>> = {
  'feuille.creer': {
    nom: 'Feuille de route créée',
    dire: ({ charge }) => ({ phrase: `Feuille de route créée\u00a0: ${charge.titre}` }),
  },
  'feuille.modifier': {
    nom: 'Feuille de route modifiée',
    dire: ({ charge }) => ({ detail: `Titre\u00a0: ${charge.titre}` }),
  },
  'feuille.composer': {
    nom: 'Contenu de la feuille de route modifié',
    dire: ({ charge }) => ({
      phrase: `${charge.projet === null ? 'Réforme' : 'Projet'} ${charge.geste === 'ajout' ? 'mis dans' : 'retiré de'} la feuille de route`,
      cites: charge.reforme === null ? [] : [{ titre: 'Réforme', type: 'reforme', id: charge.reforme }],
    }),
  },
  'feuille.signer': {
    nom: 'Feuille de route signée',
    dire: ({ charge }) => ({
      phrase: `Feuille de route signée le ${formaterJour(charge.jour)}`,
      detail: `Mandat jusqu’au ${formaterJour(charge.fin)}.`,
    }),
  },
  'feuille.changer_de_prefet': {
    nom: 'Nouveau préfet en poste',
    dire: ({ charge }) => ({ phrase: `Nouveau préfet en poste depuis le ${formaterJour(charge.jour)}` }),
  },
  'feuille.clore': {
    nom: 'Feuille de route close',
    dire: ({ charge }) => ({ phrase: `Feuille de route close au ${formaterJour(charge.jour)}` }),
  },
  'feuille.proposer': {
    nom: 'Évolution de la feuille de route proposée',
    dire: ({ charge }) => ({ phrase: charge.genre === 'avenant' ? 'Avenant proposé' : 'Actualisation proposée' }),
  },
  'feuille.accepter': {
    nom: 'Évolution de la feuille de route acceptée',
    dire: ({ charge }) => ({ phrase: charge.genre === 'avenant' ? 'Avenant accepté' : 'Actualisation acceptée' }),
  },
  'feuille.refuser': {
    nom: 'Évolution de la feuille de route refusée',
    dire: ({ charge }) => ({ phrase: charge.genre === 'avenant' ? 'Avenant refusé' : 'Actualisation refusée' }),
  },
  'feuille.commenter': { nom: 'Compte rendu commenté' },
  'feuille.exporter': {
    nom: 'Compte rendu d’avancement téléchargé',
    dire: ({ charge }) => ({ detail: `Format\u00a0: ${charge.format}.` }),
  },
  'projet.creer': {
    nom: 'Projet local créé',
    dire: ({ charge }) => ({ phrase: `Projet local créé\u00a0: ${charge.nom}` }),
  },
  'projet.modifier': {
    nom: 'Projet local modifié',
    dire: ({ charge }) => ({ phrase: `Projet local modifié\u00a0: ${charge.nom}` }),
  },
  'projet.noter': {
    nom: 'Avancement d’un projet local noté',
    dire: ({ charge }) => ({ detail: `État déclaré\u00a0: ${direEtat(charge.etat)}.` }),
  },
  'jalon.fixer': {
    nom: 'Jalon ajouté à un projet local',
    dire: ({ charge }) => ({ detail: charge.apres === null ? null : `Échéance\u00a0: ${charge.apres}` }),
  },
  'jalon.reporter': {
    nom: 'Jalon d’un projet local reporté',
    dire: ({ charge }) => ({ detail: `De «\u00a0${charge.avant ?? ''}\u00a0» à «\u00a0${charge.apres ?? ''}\u00a0».` }),
  },
  'jalon.atteindre': {
    nom: 'Jalon d’un projet local atteint',
    dire: ({ charge }) => ({ detail: charge.apres === null ? null : `Le ${formaterJour(charge.apres)}.` }),
  },
  'jalon.abandonner': { nom: 'Jalon d’un projet local abandonné' },
};

function direEtat(etat: string): string {
  const connu = ETATS_DE_PROJET.find((un) => un === etat);
  return connu === undefined ? etat : LIBELLES_D_ETAT_DE_PROJET[connu].toLowerCase();
}
