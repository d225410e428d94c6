import { avec, compter, Enumeration, LienDePhrase } from '#interface';

type Props = {
  readonly bilan: {
    readonly total: number;
    readonly en_retard: number;
    readonly proche: number;
    readonly silencieuse: number;
  };
  readonly qui: string;
  /** Whether one asks for oneself. */
  readonly soi: boolean;
  readonly requete: string;
};

/** What is expected in one sentence; its words filter the list. */
export function PhraseDAttendu({ bilan: { total, en_retard, proche, silencieuse }, qui, soi, requete }: Props) {
  const portee = soi ? '' : ' dans les plans que vous lisez';
  if (total === 0) return `Aucune action ouverte n’est confiée à ${qui}${portee}.`;
  const vers = (marque: string) => avec(requete, { marque });
  return (
    <>
      {soi
        ? `Votre service pilote ${compter(total, 'action ouverte', 'actions ouvertes')} : `
        : `${qui} : ${compter(total, 'action ouverte', 'actions ouvertes')}${portee}, dont `}
      <Enumeration>
        <LienDePhrase href={vers('en_retard')} ton={en_retard > 0 ? 'alerte' : 'neutre'}>
          {en_retard === 0 ? 'aucune en retard' : `${en_retard} en retard`}
        </LienDePhrase>
        {proche > 0 && (
          <LienDePhrase href={vers('proche')} ton="attention">
            {compter(proche, 'échéance proche', 'échéances proches')}
          </LienDePhrase>
        )}
        {silencieuse > 0 && (
          <LienDePhrase href={vers('silencieuse')} ton="attention">
            {compter(silencieuse, 'silencieuse', 'silencieuses')}
          </LienDePhrase>
        )}
      </Enumeration>
      .
    </>
  );
}
