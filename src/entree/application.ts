import { Hono } from 'hono';
import { createRequestHandler } from 'react-router';
import * as construction from 'virtual:react-router/server-build';

export function creerApplication() {
  const app = new Hono();
  const repondre = createRequestHandler(construction, 'production');
  app.all('*', (c) => repondre(c.req.raw));
  return app;
}
