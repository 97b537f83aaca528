import { it as shared } from '../../../main/contract/text/it.ts';
import { actsUiIt } from './it/acts.ts';
import { appIt } from './it/app.ts';
import { devicesIt } from './it/devices.ts';
import { jobsIt } from './it/jobs.ts';
import { panelsIt } from './it/panels.ts';
import type { Words } from './words.ts';

export const wordsIt: Words = {
  ...shared,
  ui: { app: appIt, devices: devicesIt, acts: actsUiIt, jobs: jobsIt, ...panelsIt },
};
