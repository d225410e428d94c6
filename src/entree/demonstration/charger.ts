import type { Services } from '#socle';
export async function chargerDemonstration(_s: Services, _dire: (e: string) => void): Promise<void> {}
