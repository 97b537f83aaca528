import { aboutIt } from './about.ts';
import { accessUiIt } from './access.ts';
import { adaptersIt } from './adapters.ts';
import { bookUiIt } from './book.ts';
import { casesUiIt } from './cases.ts';
import { componentsIt } from './components.ts';
import { detailIt } from './detail.ts';
import { doctorPageIt } from './doctor.ts';
import { exportIt } from './export.ts';
import { guidesUiIt } from './guides.ts';
import { networkEditIt } from './network-edit.ts';
import { noticesIt } from './notices.ts';
import { reportsUiIt } from './reports.ts';
import { settingsIt } from './settings.ts';
import { sitesIt } from './sites.ts';
import { sweepIt } from './sweep.ts';
import { trainingUiIt } from './training.ts';
import { vaultUiIt } from './vault.ts';

/** The words of the components and of every panel beside the table, feature by feature. */
export const panelsIt = {
  book: bookUiIt,
  access: accessUiIt,
  vault: vaultUiIt,
  cases: casesUiIt,
  guides: guidesUiIt,
  reports: reportsUiIt,
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
  training: trainingUiIt,
};
