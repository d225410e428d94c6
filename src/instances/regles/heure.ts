/** The instant this clock time is in Paris on this day, summer and winter. `heure` is `HH:MM`. */
export function instantAParis(jour: string, heure: string): Date {
  const naif = Date.parse(`${jour}T${heure}:00Z`);
  // The offset at the naive instant is that of the day but near a change of clock, where the second look settles it.
  const premier = naif - decalage(new Date(naif));
  return new Date(naif - decalage(new Date(premier)));
}

/** « 14 h 30 », « 9 h ». */
export function direHeure(heure: string): string {
  const [heures = '', minutes = ''] = heure.split(':');
  return `${Number(heures)}\u00a0h${minutes === '00' ? '' : `\u00a0${minutes}`}`;
}

/** Milliseconds that Paris is ahead of universal time. */
function decalage(instant: Date): number {
  const parties = Object.fromEntries(PARIS.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parties;
  return Date.UTC(year, month - 1, day, hour, minute, second) - instant.getTime();
}

const PARIS = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
