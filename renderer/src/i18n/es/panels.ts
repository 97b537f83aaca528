import { aboutEs } from './about.ts';
import { accessUiEs } from './access.ts';
import { adaptersEs } from './adapters.ts';
import { bookUiEs } from './book.ts';
import { casesUiEs } from './cases.ts';
import { componentsEs } from './components.ts';
import { detailEs } from './detail.ts';
import { doctorPageEs } from './doctor.ts';
import { exportEs } from './export.ts';
import { guidesUiEs } from './guides.ts';
import { networkEditEs } from './network-edit.ts';
import { noticesEs } from './notices.ts';
import { reportsUiEs } from './reports.ts';
import { settingsEs } from './settings.ts';
import { sitesEs } from './sites.ts';
import { sweepEs } from './sweep.ts';
import { trainingUiEs } from './training.ts';
import { vaultUiEs } from './vault.ts';

/** The words of the components and of every panel beside the table, feature by feature. */
export const panelsEs = {
  book: bookUiEs,
  access: accessUiEs,
  vault: vaultUiEs,
  cases: casesUiEs,
  guides: guidesUiEs,
  reports: reportsUiEs,
  components: componentsEs,
  about: aboutEs,
  adapters: adaptersEs,
  detail: detailEs,
  doctor: doctorPageEs,
  export: exportEs,
  networkEdit: networkEditEs,
  notices: noticesEs,
  settings: settingsEs,
  sites: sitesEs,
  sweep: sweepEs,
  training: trainingUiEs,
};
