import { test } from 'vitest';
import { lireDocument } from '#tableur';
import { outilsReels } from './essais/outils-reels.ts';
import { lirePlan, versJSON } from './index.ts';
const cas: Record<string, string> = {
  'a.md': `# Feuille de route RH 2024\n\nIntroduction du plan.\n\n| Réf. | Mesures | Direction porteuse | Délai de réalisation | Avancement | Commentaires |\n|---|---|---|---|---|---|\n| M1 | Créer un vivier | DRH du MIOM | T2 2024 | 50 % | ok |\n| M2 | Former | DGAFP | 31/02/2024 | Terminé | |\n\n* données au 1er mars`,
  'b.csv': `Plan régional;;;\n;;;\nAction;Responsable;Échéance;% réalisé\nAXE 1 - MOBILITÉ;;;\n1.1 Ouvrir des tiers-lieux;SGAR Bretagne;fin 2025;0,5\n1.2 Créer un pass;DREAL;du 30/06/2025 au 01/03/2025;1\nAXE 2 - LOGEMENT;;;\n2.1 Rénover;DDTM 29;T3 2025;140 %\n2.1 Rénover encore;DDTM 35;;abc\nTotal;;;0,7\n`,
  'c.csv': `Pilote,Date butoir,Que faire,Où en est-on\nDDT 35,mars 2025,Repérer les friches industrielles du bassin de Rennes,Inventaire lancé\nDDT 22,juin 2025,Publier l'atlas des friches départementales,\n`,
  'd.txt': `Action\tPilote\tÉtat\tTaux\nOuvrir\tDITP\tTerminé\t100\nFermer\tDITP\tEn retard\t-3\n`,
  'e.html': `<table><tr><th rowspan=2>Objectif</th><th rowspan=2>Action</th><th colspan=2>Suivi</th></tr><tr><th>Statut</th><th>Commentaire</th></tr><tr><td rowspan=2>Accueil</td><td>Ouvrir</td><td>En cours</td><td>RAS</td></tr><tr><td>Fermer</td><td>Clos</td><td></td></tr></table>`,
  'f.csv': `N°;Recommandation;Suites données;Autorité responsable;Calendrier de mise en œuvre;Statut\n1;Publier la circulaire;Circulaire du 3 mars;DGAFP;Fait;Réalisé\n2;Créer un comité;;SG des ministères;Au fil de l'eau;Partiellement réalisée\n`,
  'g.csv': `Date début;Date fin;Libellé;Qui;Situation\n01/03/2025;01/02/2025;Lancer l'enquête;DITP;En cours\n01/03/2025;01/06/2025;Dépouiller;DITP;À lancer\n`,
};
test('x', async () => {
  for (const [nom, texte] of Object.entries(cas)) {
    const r = await lireDocument(new TextEncoder().encode(texte), nom);
    if (!r.ok) { console.log(nom, r.refus.message); continue; }
    const j = versJSON(lirePlan(r.valeur, { nomDeFichier: nom, reperes: { reference: null } }, outilsReels));
    console.log(`=== ${nom} ${JSON.stringify(j.plan)} ${JSON.stringify(j.colonnes)}\n${j.actions.map((a) => JSON.stringify({ ...a, echeances: a.echeances.map((e) => `${e.libelle}|${e.texte}|${e.nature}|${e.debut}|${e.fin}`) })).join('\n')}\n${j.anomalies.map((a) => `  ${a.gravite} l${a.ligne} ${a.colonne}: ${a.message}`).join('\n')}`);
  }
});
