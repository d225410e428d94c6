import type { LoaderFunctionArgs } from 'react-router';
import { refuser } from '#acces';

export const meta = () => [{ title: 'Page introuvable - Jalon' }];

export const loader = (_: LoaderFunctionArgs) =>
  refuser({
    nature: 'introuvable',
    regle: 'page.introuvable',
    message: 'Cette adresse ne mène à rien. Vérifiez-la, ou partez de l’accueil.',
  });

export default function Introuvable() {
  return null;
}
