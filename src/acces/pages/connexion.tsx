import type { Route } from './+types/connexion';
import { Form } from 'react-router';

export async function action({ request }: Route.ActionArgs) {
  const f = await request.formData();
  return { nom: String(f.get('nom')) };
}

export default function Connexion({ actionData }: Route.ComponentProps) {
  return <Form method="post"><h1>Connexion {actionData?.nom}</h1><input name="nom" /><button type="submit">ok</button></Form>;
}
