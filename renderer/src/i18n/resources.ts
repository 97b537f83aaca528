import type { Locale } from '../../../main/contract/settings.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { actsUiEn } from './en/acts.ts';
import { appEn } from './en/app.ts';
import { devicesEn } from './en/devices.ts';
import { jobsEn } from './en/jobs.ts';
import { panelsEn } from './en/panels.ts';
import { actsUiEs } from './es/acts.ts';
import { appEs } from './es/app.ts';
import { devicesEs } from './es/devices.ts';
import { jobsEs } from './es/jobs.ts';
import { panelsEs } from './es/panels.ts';
import { actsUiIt } from './it/acts.ts';
import { appIt } from './it/app.ts';
import { devicesIt } from './it/devices.ts';
import { jobsIt } from './it/jobs.ts';
import { panelsIt } from './it/panels.ts';
import type { Paths, Translation } from './translation.ts';

/** A feature's words go in here, one line a language; English decides which keys there are. */
const en = { app: appEn, devices: devicesEn, acts: actsUiEn, jobs: jobsEn, ...panelsEn };
const it: Translation<typeof en> = {
  app: appIt,
  devices: devicesIt,
  acts: actsUiIt,
  jobs: jobsIt,
  ...panelsIt,
};
const es: Translation<typeof en> = {
  app: appEs,
  devices: devicesEs,
  acts: actsUiEs,
  jobs: jobsEs,
  ...panelsEs,
};

const words = {
  en: { ...texts.en, ui: en },
  it: { ...texts.it, ui: it },
  es: { ...texts.es, ui: es },
};

/** Every key that `useText` takes, for example `presence/online` or `ui/devices/search`. */
export type TextKey = Paths<(typeof words)['en']>;

export const resources: Readonly<Record<Locale, { readonly translation: object }>> = {
  en: { translation: words.en },
  it: { translation: words.it },
  es: { translation: words.es },
};
