/**
 * The same function, that keeps what it answered: for what is asked thousands of times on one page with the same few words.
 * Only for pure functions. Forgets everything once it knows `auPlus` answers, so that it never grows.
 */
export function avecMemoire<R>(repondre: (question: string) => R, auPlus = 5_000): (question: string) => R {
  const sus = new Map<string, R>();
  return (question) => {
    const connue = sus.get(question);
    if (connue !== undefined || sus.has(question)) return connue as R;
    if (sus.size >= auPlus) sus.clear();
    const reponse = repondre(question);
    sus.set(question, reponse);
    return reponse;
  };
}
