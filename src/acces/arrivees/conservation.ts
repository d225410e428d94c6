import type { Conservation } from '#socle/travaux';

export const conservationDesArrivees: Conservation = {
  donnee: 'Connexions commencées, passages des agents sans compte',
  duree: '10 minutes et 1 heure, et jusqu’à la nuit suivante',
  raison: 'Vérifier la réponse du fournisseur d’identité, laisser préciser une demande.',
  async purger({ base, horloge }) {
    const maintenant = horloge.maintenant();
    const purges = await Promise.all([
      base.deleteFrom('connexion_en_cours').where('expire_le', '<', maintenant).executeTakeFirst(),
      base.deleteFrom('visite_inconnue').where('expire_le', '<', maintenant).executeTakeFirst(),
    ]);
    return purges.reduce((total, { numDeletedRows }) => total + Number(numDeletedRows), 0);
  },
};
