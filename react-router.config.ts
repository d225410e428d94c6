import type { Config } from '@react-router/dev/config';

export default {
  appDirectory: 'src/entree',
  buildDirectory: 'build',
  // Two entries are built for the server (vite.config.ts): each keeps its name.
  serverBuildFile: '[name].js',
  ssr: true,
  future: { v8_middleware: true },
} satisfies Config;
