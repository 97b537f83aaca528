export { CasesPage } from '../features/cases/CasesPage.tsx';
export { DoctorPage } from '../features/doctor/DoctorPage.tsx';
export { GuidesPage } from '../features/guides/GuidesPage.tsx';
export { JobsPage } from '../features/jobs/JobsPage.tsx';
export { ReportsPage } from '../features/reports/ReportsPage.tsx';
export { SettingsPage } from '../features/settings/SettingsPage.tsx';
