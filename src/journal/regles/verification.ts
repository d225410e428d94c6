import type { Ancre } from './ancres.ts';
import { canonique, type Valeur } from './canonique.ts';
import { aHacher, EMPREINTE_INITIALE, type LigneDeJournal, type Tete } from './chaine.ts';
import { couvrir, type Effacement, effacementAnnonce, engagementDe } from './personnel.ts';

/** A line as the table holds it. */
export type LigneScellee = Omit<LigneDeJournal, 'charge'> & {
  readonly charge: string;
  readonly empreinte: string;
  readonly personnel: PartGardee | null;
};

/** The row beside a line: its content, or the line of the event that erased it. */
export type PartGardee = {
  readonly concerne: string | null;
  readonly sel: string | null;
  readonly contenu: string | null;
  readonly effacePar: number | null;
};

export type Defaut = { readonly sequence: number; readonly raison: string };

export type Verification = {
  readonly intact: boolean;
  /** Lines read. */
  readonly lignes: number;
  readonly tete: Tete;
  /** Faults in the order of the journal, the first ones only; `nombreDeDefauts` counts them all. */
  readonly defauts: readonly Defaut[];
  readonly nombreDeDefauts: number;
  /** Lines whose instant is before the previous line's: a clock set back, not an alteration. */
  readonly reculs: number;
  readonly partsPersonnelles: number;
  readonly partsEffacees: number;
  readonly ancresControlees: number;
};

const DEFAUTS_NOMMES = 20;

/** Recomputes a chain line after line, in constant memory: `lire` each line in order, then `conclure` with the head. */
export function ouvrirVerification(ancres: readonly Ancre[], hacher: (texte: string) => string) {
  const ancresParLigne = new Map<number, Ancre[]>();
  for (const ancre of ancres)
    ancresParLigne.set(ancre.sequence, [...(ancresParLigne.get(ancre.sequence) ?? []), ancre]);
  const disparues = new Map<number, { effacement: Effacement; premiere: number }>();
  const defauts: Defaut[] = [];
  const compte = { lignes: 0, nombreDeDefauts: 0, reculs: 0, partsPersonnelles: 0, partsEffacees: 0 };
  let ancresControlees = 0;
  let precedente = EMPREINTE_INITIALE;
  let derniere = 0;
  let instantPrecedent = '';

  const signaler = (sequence: number, raison: string) => {
    compte.nombreDeDefauts += 1;
    if (defauts.length < DEFAUTS_NOMMES) defauts.push({ sequence, raison });
  };

  const controlerAncres = (sequence: number, empreinte: string) => {
    for (const ancre of ancresParLigne.get(sequence) ?? []) {
      ancresControlees += 1;
      if (ancre.empreinte !== empreinte)
        signaler(
          sequence,
          `l’empreinte de la ligne ${sequence} n’est pas celle qui a été ancrée le ${ancre.instant} : le journal a été réécrit`,
        );
    }
    ancresParLigne.delete(sequence);
  };

  const controlerPart = ({ sequence, engagement, personnel }: LigneScellee) => {
    if (engagement === null) {
      if (personnel !== null) signaler(sequence, `une part personnelle a été ajoutée à la ligne ${sequence}`);
      return;
    }
    compte.partsPersonnelles += 1;
    if (personnel === null || (personnel.contenu === null && personnel.effacePar === null)) {
      signaler(sequence, `la part personnelle de la ligne ${sequence} a disparu sans effacement au journal`);
    } else if (personnel.effacePar !== null && personnel.contenu === null) {
      compte.partsEffacees += 1;
      const { effacePar } = personnel;
      const avant = disparues.get(effacePar);
      disparues.set(effacePar, {
        effacement: couvrir(avant?.effacement, sequence, hacher),
        premiere: avant?.premiere ?? sequence,
      });
      if (effacePar <= sequence)
        signaler(sequence, `la part personnelle de la ligne ${sequence} est dite effacée par une ligne antérieure`);
    } else {
      const contenu = lireValeur(personnel.contenu);
      const calcule =
        contenu === undefined || personnel.sel === null
          ? null
          : engagementDe(personnel.sel, { concerne: personnel.concerne, contenu }, hacher);
      if (calcule !== engagement) signaler(sequence, `la part personnelle de la ligne ${sequence} a été modifiée`);
    }
  };

  const controlerEffacement = (sequence: number, charge: Valeur) => {
    const annonce = effacementAnnonce(charge);
    const constate = disparues.get(sequence);
    disparues.delete(sequence);
    if (annonce === null && constate !== undefined) {
      signaler(
        constate.premiere,
        `la part personnelle de la ligne ${constate.premiere} a disparu, et la ligne ${sequence} qui devrait dire son effacement n’en dit aucun`,
      );
    } else if (annonce !== null && annonce.nombre + (constate?.effacement.nombre ?? 0) > 0) {
      if (annonce.nombre !== constate?.effacement.nombre || annonce.empreinte !== constate.effacement.empreinte)
        signaler(
          sequence,
          `la ligne ${sequence} annonce l’effacement de ${annonce.nombre} parts personnelles, ${constate?.effacement.nombre ?? 0} ont disparu, ou ce ne sont pas celles-là`,
        );
    }
  };

  return {
    lire(ligne: LigneScellee): void {
      const { empreinte, personnel: _, ...reste } = ligne;
      const { sequence } = ligne;
      const suit = sequence === derniere + 1;
      compte.lignes += 1;
      if (sequence <= derniere) {
        signaler(sequence, `la ligne ${sequence} n’est pas à sa place`);
      } else if (!suit) {
        const manque = derniere + 1;
        signaler(
          manque,
          sequence === manque + 1
            ? `la ligne ${manque} manque, la suivante porte le n° ${sequence}`
            : `les lignes ${manque} à ${sequence - 1} manquent, la suivante porte le n° ${sequence}`,
        );
      }
      const charge = lireValeur(ligne.charge);
      // After a hole the former hash is unknown: the hole is the fault.
      if (charge === undefined || (suit && hacher(aHacher(precedente, { ...reste, charge })) !== empreinte))
        signaler(sequence, `le contenu de la ligne ${sequence} ne correspond pas à son empreinte`);
      if (ligne.instant < instantPrecedent) compte.reculs += 1;
      controlerAncres(sequence, empreinte);
      controlerPart(ligne);
      controlerEffacement(sequence, charge ?? null);
      precedente = empreinte;
      derniere = sequence;
      instantPrecedent = ligne.instant;
    },

    conclure(tete: Tete): Verification {
      if (tete.sequence !== derniere)
        signaler(
          Math.min(tete.sequence, derniere) + 1,
          tete.sequence > derniere
            ? `la fin du journal manque : la tête annonce la ligne ${tete.sequence}, la dernière présente est la ${derniere}`
            : `des lignes ont été ajoutées sans passer par Jalon : la tête s’arrête à la ligne ${tete.sequence}, la dernière présente est la ${derniere}`,
        );
      else if (tete.empreinte !== precedente)
        signaler(derniere, `la tête du journal n’a pas l’empreinte de sa dernière ligne (${derniere})`);
      controlerAncres(0, EMPREINTE_INITIALE);
      for (const [sequence, [ancre]] of ancresParLigne) {
        signaler(
          Math.min(sequence, derniere + 1),
          `la ligne ${sequence}, ancrée le ${ancre?.instant}, n’est plus dans le journal, qui s’arrête à la ligne ${derniere}`,
        );
      }
      for (const [sequence, { premiere }] of disparues) {
        signaler(
          premiere,
          `la part personnelle de la ligne ${premiere} a disparu, et la ligne ${sequence} qui devrait dire son effacement n’existe pas`,
        );
      }
      return { ...compte, intact: compte.nombreDeDefauts === 0, tete, defauts, ancresControlees };
    },
  };
}

/** The value of a canonical text; undefined when it is not one. */
function lireValeur(texte: string | null): Valeur | undefined {
  if (texte === null) return undefined;
  try {
    const valeur: Valeur = JSON.parse(texte);
    return canonique(valeur) === texte ? valeur : undefined;
  } catch {
    return undefined;
  }
}
