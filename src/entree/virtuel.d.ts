declare module 'virtual:react-router/server-build' {
  import type { ServerBuild } from 'react-router';
  const construction: ServerBuild;
  export = construction;
}
