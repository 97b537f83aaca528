import { createValueStore, type ValueStore } from './value-store.ts';

export const pages = [
  'devices',
  'jobs',
  'cases',
  'guides',
  'reports',
  'doctor',
  'settings',
] as const;
export type PageName = (typeof pages)[number];

/** Which page is open, and what on it. Any part of the screen may lead there. */
export interface Place {
  readonly page: PageName;
  /** Guide that the page `guides` shows. */
  readonly guide?: string;
  /** Case that the page `cases` shows. */
  readonly caseId?: string;
}

export type PlaceStore = ValueStore<Place>;

export function createPlaceStore(): PlaceStore {
  return createValueStore<Place>({ page: 'devices' });
}
