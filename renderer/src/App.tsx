import {
  BookOpenText,
  FileText,
  LifeBuoy,
  ListChecks,
  Network,
  Settings as SettingsIcon,
  Stethoscope,
} from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import styles from './App.module.css';
import { Banner } from './components/Banner.tsx';
import { ToastRegion } from './components/Toast.tsx';
import { StatusStrip } from './features/adapters/StatusStrip.tsx';
import { ReminderArea, useDueCases } from './features/cases/Reminders.tsx';
import { DeviceCount } from './features/devices/bar/DeviceCount.tsx';
import { SearchField } from './features/devices/bar/SearchField.tsx';
import { Toolbar } from './features/devices/bar/Toolbar.tsx';
import { DevicesPage } from './features/devices/DevicesPage.tsx';
import { DevicesProvider, type DevicesState } from './features/devices/devices-state.tsx';
import { JobDrawer } from './features/jobs/JobDrawer.tsx';
import { useAnnouncedJobs } from './features/jobs/use-announced-jobs.ts';
import { useWaitingJobs } from './features/jobs/use-jobs.ts';
import { NoticeArea } from './features/notices/NoticeArea.tsx';
import { SiteMenu } from './features/sites/SiteMenu.tsx';
import { DueBanner } from './features/vault/DueBanner.tsx';
import { useText } from './i18n/use-text.ts';
import { LiveRegions } from './LiveRegions.tsx';
import { Later, LaterDialogs } from './later/Later.tsx';
import { pages as otherPages } from './later/parts.ts';
import {
  AppProvider,
  useAnnounce,
  useIsConnected,
  useSession,
  useStore,
} from './state/app-context.tsx';
import { type PageName, pages } from './state/place-store.ts';
import type { Session } from './state/session.ts';
import { useAppearance } from './use-appearance.ts';
import { usePageKeys } from './use-page-keys.ts';

const pageIcons = {
  devices: Network,
  jobs: ListChecks,
  cases: LifeBuoy,
  guides: BookOpenText,
  reports: FileText,
  doctor: Stethoscope,
  settings: SettingsIcon,
} as const;

const pageParts = {
  jobs: 'JobsPage',
  cases: 'CasesPage',
  guides: 'GuidesPage',
  reports: 'ReportsPage',
  doctor: 'DoctorPage',
  settings: 'SettingsPage',
} as const;

/** How many runs wait for a person or for the Internet. */
function Waiting() {
  const text = useText();
  const count = useWaitingJobs();
  if (count === 0) return null;
  return (
    <>
      <span className={styles['badge']} aria-hidden>
        {count}
      </span>
      <span className="visually-hidden">, {text('ui/app/waiting', { count })}</span>
    </>
  );
}

/** How many cases have something due. */
function Due() {
  const text = useText();
  const count = useDueCases();
  if (count === 0) return null;
  return (
    <>
      <span className={styles['badge']} aria-hidden>
        {count}
      </span>
      <span className="visually-hidden">, {text('ui/cases/due', { count })}</span>
    </>
  );
}

function Rail(props: { readonly page: PageName; readonly onPage: (page: PageName) => void }) {
  const text = useText();
  return (
    <nav className={styles['rail']} data-zone="rail" aria-label={text('ui/app/zones/rail')}>
      {pages.map((page) => {
        const Icon = pageIcons[page];
        return (
          <button
            key={page}
            type="button"
            className={styles['railItem']}
            aria-current={page === props.page ? 'page' : undefined}
            onClick={() => props.onPage(page)}
          >
            <Icon aria-hidden />
            {text(`ui/app/pages/${page}`)}
            {page === 'jobs' ? <Waiting /> : null}
            {page === 'cases' ? <Due /> : null}
          </button>
        );
      })}
    </nav>
  );
}

/** The host is lost: says so, above a table that stays readable. */
function Connection() {
  const text = useText();
  const announce = useAnnounce();
  const isConnected = useIsConnected();
  const session = useSession();
  const hasLoaded = useStore(session.hasLoaded);
  const wasLost = useRef(false);
  const isLost = hasLoaded && !isConnected;
  useEffect(() => {
    if (!isLost && wasLost.current) announce(text('ui/app/reconnected'));
    wasLost.current = isLost;
  }, [isLost, announce, text]);
  if (!isLost) return null;
  return (
    <Banner level="warning">
      <strong>{text('ui/app/reconnecting')}</strong> {text('ui/app/reconnectingDetail')}
      {/* A host that was started again has another address and knows no page of before. */}
      {session.host === 'web' ? ` ${text('ui/app/reconnectingLink')}` : null}
    </Banner>
  );
}

function OtherPage({ children }: { readonly children: ReactNode }) {
  const text = useText();
  return (
    <main className={styles['other']} data-zone="main" aria-label={text('ui/app/zones/main')}>
      {children}
    </main>
  );
}

/** The page with the run below it; the pane beside them keeps its height and its button in sight. */
function Column({ page, children }: { readonly page: PageName; readonly children: ReactNode }) {
  return (
    <div className={styles['column']}>
      {children}
      {page === 'jobs' ? null : <JobDrawer />}
    </div>
  );
}

function Frame() {
  const { place } = useSession();
  const { page } = useStore(place);
  const setPage = useCallback((next: PageName) => place.set({ page: next }), [place]);
  const toDevices = useCallback(() => setPage('devices'), [setPage]);
  const toDoctor = useCallback(() => setPage('doctor'), [setPage]);
  useAppearance();
  usePageKeys(toDevices);
  useAnnouncedJobs();
  return (
    <div className={styles['frame']}>
      <header className={styles['bar']} data-zone="bar">
        <SiteMenu />
        <DeviceCount onShow={toDevices} />
        {page === 'devices' ? <SearchField /> : <span className={styles['filler']} />}
        <Toolbar />
      </header>
      <div className={styles['notices']}>
        <Connection />
        <NoticeArea />
        <DueBanner />
        <ReminderArea />
      </div>
      <Rail page={page} onPage={setPage} />
      <div className={styles['main']}>
        {page === 'devices' ? (
          <DevicesPage onDoctor={toDoctor} below={<JobDrawer />} />
        ) : (
          <Column page={page}>
            <OtherPage>
              <Later part={otherPages}>
                {(loaded) => {
                  const Page = loaded[pageParts[page]];
                  return <Page />;
                }}
              </Later>
            </OtherPage>
          </Column>
        )}
      </div>
      <footer className={styles['strip']} data-zone="status">
        <StatusStrip />
      </footer>
      <LaterDialogs />
      <ToastRegion />
      <LiveRegions />
    </div>
  );
}

export interface AppProps {
  readonly session: Session;
  readonly devices: DevicesState;
}

export function App({ session, devices }: AppProps) {
  return (
    <AppProvider session={session}>
      <DevicesProvider state={devices}>
        <Frame />
      </DevicesProvider>
    </AppProvider>
  );
}
