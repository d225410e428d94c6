/**
 * The address a request comes from. `X-Forwarded-For` can be written by anyone: only its last entries are read, one for
 * each of our own reverse proxies (`mandataires`), the first of which saw the visitor. An IPv6 address stands for its
 * network of 64 bits, which one household or one office holds whole.
 */
export function adresseDuVisiteur(connexion: string, transmises: string | null, mandataires: number): string {
  const chaine = (transmises ?? '')
    .split(',')
    .map((adresse) => adresse.trim())
    .filter((adresse) => adresse !== '');
  const vue = mandataires === 0 ? connexion : (chaine.at(-mandataires) ?? connexion);
  return reseau(sansPort(vue));
}

/** « 192.0.2.1:443 » and « [2001:db8::1]:443 », as some proxies write them. */
function sansPort(adresse: string): string {
  const entreCrochets = /^\[([^\]]+)\]/.exec(adresse)?.[1];
  return entreCrochets ?? adresse.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
}

function reseau(adresse: string): string {
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(adresse)?.[1];
  if (ipv4 !== undefined) return ipv4;
  if (!adresse.includes(':')) return adresse;
  const [debut = '', fin] = adresse.toLowerCase().split('%')[0]?.split('::') ?? [];
  const [gauche, droite] = [debut, fin ?? ''].map((partie) => partie.split(':').filter((groupe) => groupe !== ''));
  const manquants = fin === undefined ? 0 : 8 - (gauche?.length ?? 0) - (droite?.length ?? 0);
  const groupes = [...(gauche ?? []), ...Array<string>(Math.max(manquants, 0)).fill('0'), ...(droite ?? [])];
  return `${groupes
    .slice(0, 4)
    .map((groupe) => groupe.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
