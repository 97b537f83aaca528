import { aboutIt } from './about.ts';
import { adaptersIt } from './adapters.ts';
import { componentsIt } from './components.ts';
import { detailIt } from './detail.ts';
import { doctorPageIt } from './doctor.ts';
import { exportIt } from './export.ts';
import { networkEditIt } from './network-edit.ts';
import { noticesIt } from './notices.ts';
import { settingsIt } from './settings.ts';
import { sitesIt } from './sites.ts';
import { sweepIt } from './sweep.ts';

/** The words of the components and of every panel beside the table, feature by feature. */
export const panelsIt = {
  components: componentsIt,
  about: aboutIt,
  adapters: adaptersIt,
  detail: detailIt,
  doctor: doctorPageIt,
  export: exportIt,
  networkEdit: networkEditIt,
  notices: noticesIt,
  settings: settingsIt,
  sites: sitesIt,
  sweep: sweepIt,
};
