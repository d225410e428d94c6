import { type FormEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useRevalidator } from 'react-router';
import { Alerte } from '#interface';
import { ajouter, brouillons, type Casier, type Envoi, ecrireBrouillon, enAttente, retirer } from './file-locale.ts';
import './instances.css';

type Etat =
  | { readonly genre: 'enregistre'; readonly heure: string }
  | { readonly genre: 'attente'; readonly nombre: number; readonly message: string | null }
  | null;

/**
 * Where a script runs, what is typed in session never waits for the network: each form sent goes in a queue kept by the
 * browser, leaves in its order under its own key, and stays there until the server says it has it. What is half typed is
 * kept too. Without a script the forms post by themselves.
 */
export function SaisieVivante({ compte, reunion, children }: Casier & { readonly children: ReactNode }) {
  const casier = useMemo(() => ({ compte, reunion }), [compte, reunion]);
  const cadre = useRef<HTMLDivElement>(null);
  const enCours = useRef(false);
  const [etat, setEtat] = useState<Etat>(null);
  const { revalidate } = useRevalidator();

  const vider = useCallback(async () => {
    if (enCours.current) return;
    enCours.current = true;
    try {
      for (let envoi = enAttente(casier)[0]; envoi !== undefined; envoi = enAttente(casier)[0]) {
        const rendu = await envoyer(casier.reunion, envoi, cadre.current);
        if (rendu.genre === 'refuse') {
          retirer(casier, envoi.cle);
          remettre(cadre.current, envoi);
          setEtat({ genre: 'attente', nombre: enAttente(casier).length, message: rendu.message });
          return;
        }
        if (rendu.genre === 'coupe') {
          setEtat({ genre: 'attente', nombre: enAttente(casier).length, message: null });
          return;
        }
        retirer(casier, envoi.cle);
        setEtat({ genre: 'enregistre', heure: rendu.heure });
      }
      await revalidate();
    } finally {
      enCours.current = false;
    }
  }, [casier, revalidate]);

  useEffect(() => {
    remettreBrouillons(cadre.current, casier);
    if (enAttente(casier).length > 0) void vider();
    const reprendre = () => void vider();
    const minuterie = setInterval(() => {
      if (enAttente(casier).length > 0) void vider();
    }, REPRISE_MS);
    window.addEventListener('online', reprendre);
    return () => {
      window.removeEventListener('online', reprendre);
      clearInterval(minuterie);
    };
  }, [casier, vider]);

  const envoyerFormulaire = (evenement: FormEvent<HTMLDivElement>) => {
    const formulaire = evenement.target;
    if (!(formulaire instanceof HTMLFormElement)) return;
    evenement.preventDefault();
    evenement.stopPropagation();
    const champs = [...new FormData(formulaire)].flatMap(([nom, valeur]) =>
      typeof valeur === 'string' && nom !== 'jeton' ? [[nom, valeur] as const] : [],
    );
    ajouter(casier, { cle: crypto.randomUUID(), champs });
    for (const zone of formulaire.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
      'textarea, input[type=text]',
    )) {
      zone.value = '';
      ecrireBrouillon(casier, zone.id, '');
    }
    setEtat({ genre: 'attente', nombre: enAttente(casier).length, message: null });
    void vider();
  };
  const garder = (evenement: FormEvent<HTMLDivElement>) => {
    const champ = evenement.target;
    if ((champ instanceof HTMLTextAreaElement || champ instanceof HTMLInputElement) && champ.type !== 'hidden')
      ecrireBrouillon(casier, champ.id, champ.value);
  };
  return (
    <div ref={cadre} onSubmitCapture={envoyerFormulaire} onInputCapture={garder}>
      <p className="instances-enregistre" role="status">
        {direEtat(etat)}
      </p>
      {etat?.genre === 'attente' && etat.message !== null && <Alerte ton="erreur">{etat.message}</Alerte>}
      {children}
    </div>
  );
}

const REPRISE_MS = 5_000;

function direEtat(etat: Etat): string {
  if (etat === null) return 'Ce que vous écrivez est gardé, même si la connexion se coupe.';
  if (etat.genre === 'enregistre') return `Tout est enregistré ✓ ${etat.heure}`;
  if (etat.nombre === 0) return '';
  return `${etat.nombre} ${etat.nombre > 1 ? 'saisies gardées ici, en attente' : 'saisie gardée ici, en attente'} de la connexion`;
}

type Rendu =
  | { readonly genre: 'fait'; readonly heure: string }
  | { readonly genre: 'refuse'; readonly message: string }
  | { readonly genre: 'coupe' };

/** One gesture to the server. Anything but an answer of Jalon means that the connection is cut: the gesture waits. */
async function envoyer(reunion: string, { cle, champs }: Envoi, cadre: HTMLElement | null): Promise<Rendu> {
  const corps = new FormData();
  for (const [nom, valeur] of champs) corps.append(nom, valeur);
  corps.set('cle', cle);
  corps.set('jeton', cadre?.querySelector<HTMLInputElement>('input[name=jeton]')?.value ?? '');
  try {
    const reponse = await fetch(`/reunions/${reunion}/saisie`, { method: 'POST', body: corps });
    const lu: unknown = await reponse.json().catch(() => null);
    if (estReponse(lu))
      return lu.ok
        ? { genre: 'fait', heure: new Date(lu.instant).toLocaleTimeString('fr-FR') }
        : { genre: 'refuse', message: lu.message };
    return reponse.status >= 500
      ? { genre: 'coupe' }
      : {
          genre: 'refuse',
          message:
            'Votre session a pris fin ou cette page ne vous est plus ouverte. Votre texte est remis dans son champ : copiez-le, puis reconnectez-vous.',
        };
  } catch {
    return { genre: 'coupe' };
  }
}

type Reponse = { readonly ok: true; readonly instant: string } | { readonly ok: false; readonly message: string };

function estReponse(lu: unknown): lu is Reponse {
  return typeof lu === 'object' && lu !== null && 'ok' in lu;
}

/** A gesture that was refused goes back where it was typed. */
function remettre(cadre: HTMLElement | null, { champs }: Envoi): void {
  const valeurs = new Map(champs);
  for (const formulaire of cadre?.querySelectorAll('form') ?? []) {
    const dit = new FormData(formulaire);
    if (dit.get('verbe') !== valeurs.get('verbe') || (dit.get('point') ?? '') !== (valeurs.get('point') ?? ''))
      continue;
    for (const champ of formulaire.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
      'textarea, input[type=text]',
    ))
      if (champ.value === '') champ.value = valeurs.get(champ.name) ?? '';
  }
}

function remettreBrouillons(cadre: HTMLElement | null, casier: Casier): void {
  for (const [id, texte] of Object.entries(brouillons(casier))) {
    const champ = cadre?.querySelector(`#${CSS.escape(id)}`);
    if ((champ instanceof HTMLTextAreaElement || champ instanceof HTMLInputElement) && champ.value === '')
      champ.value = texte;
  }
}
