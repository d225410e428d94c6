import { compter } from '#interface';

type Declinaisons = { readonly nombre: number; readonly silencieuses: number; readonly habilitees: number };

export function titreDesDeclinaisons({ nombre, habilitees }: Declinaisons): string {
  if (habilitees === 0) return 'Dans mon territoire';
  return habilitees === nombre ? 'Dans les territoires que je suis' : 'Dans mon territoire et ceux que je suis';
}

/** « 3 actions déclinées par territoire, dont 1 sans nouvelle depuis trop longtemps : dites où elles en sont. » */
export function phraseDesDeclinaisons({ nombre, silencieuses, habilitees }: Declinaisons): string {
  const faites = habilitees === 0 ? 'par territoire' : `par territoire, dont ${habilitees} par habilitation`;
  const tues =
    silencieuses === 0 || nombre === 1
      ? ''
      : `${habilitees === 0 ? ', dont' : ' et'} ${silencieuses} sans nouvelle depuis trop longtemps`;
  return `${compter(nombre, 'action déclinée', 'actions déclinées')} ${faites}${tues} : dites où ${nombre === 1 ? 'elle en est' : 'elles en sont'}${habilitees === 0 ? ' chez vous' : ''}.`;
}
