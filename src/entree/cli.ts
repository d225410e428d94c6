import { serve } from '@hono/node-server';
import { creerApplication } from './application.ts';

const app = creerApplication();
serve({ fetch: app.fetch, port: 3111 });
