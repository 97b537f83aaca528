import { en as shared } from '../../../main/contract/text/en.ts';
import { actsUiEn } from './en/acts.ts';
import { appEn } from './en/app.ts';
import { devicesEn } from './en/devices.ts';
import { jobsEn } from './en/jobs.ts';
import { panelsEn } from './en/panels.ts';

/** A feature's words go in here, one line a language; English decides which keys there are. */
export const wordsEn = {
  ...shared,
  ui: { app: appEn, devices: devicesEn, acts: actsUiEn, jobs: jobsEn, ...panelsEn },
};
