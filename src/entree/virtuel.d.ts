declare module 'virtual:react-router/server-build' {
  import type { ServerBuild } from 'react-router';

  export const assets: NonNullable<ServerBuild['assets']>;
  export const assetsBuildDirectory: NonNullable<ServerBuild['assetsBuildDirectory']>;
  export const basename: NonNullable<ServerBuild['basename']>;
  export const entry: NonNullable<ServerBuild['entry']>;
  export const future: NonNullable<ServerBuild['future']>;
  export const isSpaMode: NonNullable<ServerBuild['isSpaMode']>;
  export const prerender: NonNullable<ServerBuild['prerender']>;
  export const publicPath: NonNullable<ServerBuild['publicPath']>;
  export const routeDiscovery: NonNullable<ServerBuild['routeDiscovery']>;
  export const routes: NonNullable<ServerBuild['routes']>;
  export const ssr: NonNullable<ServerBuild['ssr']>;
}
