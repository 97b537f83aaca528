import { aboutEn } from './about.ts';
import { accessUiEn } from './access.ts';
import { adaptersEn } from './adapters.ts';
import { bookUiEn } from './book.ts';
import { casesUiEn } from './cases.ts';
import { componentsEn } from './components.ts';
import { detailEn } from './detail.ts';
import { doctorPageEn } from './doctor.ts';
import { exportEn } from './export.ts';
import { guidesUiEn } from './guides.ts';
import { networkEditEn } from './network-edit.ts';
import { noticesEn } from './notices.ts';
import { reportsUiEn } from './reports.ts';
import { settingsEn } from './settings.ts';
import { sitesEn } from './sites.ts';
import { sweepEn } from './sweep.ts';
import { trainingUiEn } from './training.ts';
import { vaultUiEn } from './vault.ts';

/** The words of the components and of every panel beside the table, feature by feature. */
export const panelsEn = {
  book: bookUiEn,
  access: accessUiEn,
  vault: vaultUiEn,
  cases: casesUiEn,
  guides: guidesUiEn,
  reports: reportsUiEn,
  components: componentsEn,
  about: aboutEn,
  adapters: adaptersEn,
  detail: detailEn,
  doctor: doctorPageEn,
  export: exportEn,
  networkEdit: networkEditEn,
  notices: noticesEn,
  settings: settingsEn,
  sites: sitesEn,
  sweep: sweepEn,
  training: trainingUiEn,
};
