/** All tables of the database. Each module adds its own by declaration merging in its store.ts, and alone writes them. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Tables {}
