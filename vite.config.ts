import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { typographie } from './src/entree/typographie.ts';

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [typographie(), reactRouter()],
  ssr: { noExternal: ['@codegouvfr/react-dsfr'] },
  build: {
    target: isSsrBuild ? 'node20' : 'es2022',
    chunkSizeWarningLimit: 1_000,
    // The server, the command line and the reading worker are built together, from the same sources.
    ...(isSsrBuild
      ? { rollupOptions: { input: { index: 'src/entree/cli.ts', 'ouvrier-lecture': 'src/tableur/ouvrier.ts' } } }
      : {}),
  },
}));
