/** Why a sign-in by the provider did not come to its end. */
export type RaisonDEchec = 'injoignable' | 'abandonnee' | 'refusee' | 'perimee' | 'niveau' | 'invalide';

export type EchecDeConnexion = { readonly statut: number; readonly titre: string; readonly message: string };

/** What the page says; `nom` is the provider's. Nothing is opened in any of these cases. */
export function direEchec(raison: RaisonDEchec, nom: string): EchecDeConnexion {
  return ECHECS[raison](nom);
}

const ECHECS: Readonly<Record<RaisonDEchec, (nom: string) => EchecDeConnexion>> = {
  injoignable: (nom) => ({
    statut: 503,
    titre: `${nom} ne répond pas`,
    message: `Jalon n’a pas pu joindre ${nom}, qui vérifie votre identité. La connexion n’a pas eu lieu. Réessayez dans un instant\u202F; si cela dure, prévenez l’assistance informatique de votre service.`,
  }),
  abandonnee: (nom) => ({
    statut: 403,
    titre: 'La connexion a été abandonnée',
    message: `Vous avez renoncé chez ${nom}, ou l’accès vous y a été refusé. Rien n’a été ouvert.`,
  }),
  refusee: (nom) => ({
    statut: 502,
    titre: `${nom} n’a pas terminé la connexion`,
    message: `${nom} a répondu par une erreur, et la connexion n’a pas eu lieu. Recommencez\u202F; si cela dure, prévenez l’administrateur de Jalon.`,
  }),
  perimee: () => ({
    statut: 400,
    titre: 'Cette tentative de connexion n’est plus valable',
    message:
      'Elle a duré plus de dix minutes, a déjà servi, ou a été commencée dans un autre navigateur. Rien n’a été ouvert\u00A0: recommencez depuis Jalon.',
  }),
  niveau: (nom) => ({
    statut: 403,
    titre: 'Votre identité n’est pas assez vérifiée',
    message: `Jalon demande un niveau de vérification que ${nom} n’a pas assuré cette fois. Recommencez avec un moyen de connexion plus sûr (carte d’agent, second facteur), ou demandez-en un à l’assistance informatique de votre service.`,
  }),
  invalide: (nom) => ({
    statut: 502,
    titre: `La réponse de ${nom} n’a pas pu être vérifiée`,
    message: `Sa signature ou son contenu ne sont pas ceux que Jalon attend\u00A0: par prudence, rien n’a été ouvert. Recommencez\u202F; si cela dure, prévenez l’administrateur de Jalon.`,
  }),
};
