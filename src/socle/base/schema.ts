// biome-ignore lint/complexity/noBannedTypes: replaced by the generated tables
export type DB = {};
