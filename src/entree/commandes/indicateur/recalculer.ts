import { toutRecalculer } from '#indicateurs';
import { ErreurDeDemarrage, lireConfiguration } from '#socle';
import { ouvrirServices } from '../../services.ts';

export async function recalculer(mots: readonly string[]): Promise<void> {
  if (mots.length > 0) throw new ErreurDeDemarrage('« recalculer » ne prend pas d’argument.');
  const { services, fermer } = await ouvrirServices(lireConfiguration(process.env), () => undefined);
  try {
    const changees = await toutRecalculer(services, (fait, total) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${fait} indicateurs sur ${total}`);
    });
    if (process.stderr.isTTY) process.stderr.write('\n');
    if (changees > 0) {
      throw new ErreurDeDemarrage(
        `${changees.toLocaleString('fr-FR')} situations n’étaient pas celles que donnent les valeurs : elles sont refaites.`,
      );
    }
    process.stdout.write('Toutes les situations sont celles que donnent les valeurs : rien n’a changé.\n');
  } finally {
    await fermer();
  }
}
