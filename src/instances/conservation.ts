import type { Conservation } from '#socle/travaux';

const TROIS_ANS_MS = 3 * 365 * 86_400_000;

export const conservationDesMembres: Conservation = {
  donnee: 'Membres d’instances sans compte (nom, fonction, courriel)',
  duree: '3 ans après leur départ de l’instance',
  raison: 'Dire qui siégeait tant qu’un relevé peut être discuté ; ensuite la présence reste, sans le nom.',
  async purger({ base, horloge }) {
    const { numUpdatedRows } = await base
      .updateTable('membre_d_instance')
      .set({ nom: null, fonction: null, courriel: null })
      .where('sans_compte', '=', true)
      .where('nom', 'is not', null)
      .where('retire_le', '<', new Date(horloge.maintenant().getTime() - TROIS_ANS_MS))
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
};
