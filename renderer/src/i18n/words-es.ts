import { es as shared } from '../../../main/contract/text/es.ts';
import { actsUiEs } from './es/acts.ts';
import { appEs } from './es/app.ts';
import { devicesEs } from './es/devices.ts';
import { jobsEs } from './es/jobs.ts';
import { panelsEs } from './es/panels.ts';
import type { Words } from './words.ts';

export const wordsEs: Words = {
  ...shared,
  ui: { app: appEs, devices: devicesEs, acts: actsUiEs, jobs: jobsEs, ...panelsEs },
};
