/** One step. Steps are never edited once released: a change is a new step. */
export interface Migration {
  /** Kept in the file as `user_version`; steps of ten leave room. */
  readonly version: number;
  readonly what: string;
  readonly sql: string;
}
