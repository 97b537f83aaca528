import { FileInput, FileOutput, LockOpen, PackageOpen } from 'lucide-react';
import { shownSiteName } from '../../../../main/contract/text/given-names.ts';
import { Button } from '../../components/Button.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useSite } from '../../state/app-context.tsx';
import { useDevices } from '../devices/devices-state.tsx';
import { type MadeReport, madeReports, type ReportKind } from './model.ts';
import { ReportForm } from './ReportForm.tsx';
import styles from './reports.module.css';

const manyLines = 2000;

/** What is given to somebody else: papers, the whole site, the package for support. */
export function ReportsPage() {
  const text = useText();
  const site = useSite();
  const { dialog } = useDevices();
  const { data, error, reload } = useQuery('audit.list', { limit: manyLines });
  const made = madeReports(data?.lines ?? []);
  return (
    <div className={styles['page']}>
      <div>
        <h1>{text('ui/reports/title')}</h1>
        <p className={styles['dim']}>{text('ui/reports/about', { site: site.name })}</p>
      </div>
      <section className={styles['section']} aria-label={text('ui/reports/make')}>
        <h2>{text('ui/reports/make')}</h2>
        <ReportForm ids={null} onMade={reload} />
        <div className={styles['line']}>
          <Button
            icon={<LockOpen aria-hidden />}
            onPress={() => dialog.set({ kind: 'report-open' })}
          >
            {text('ui/reports/open/press')}
          </Button>
        </div>
      </section>
      <section className={styles['section']} aria-label={text('ui/reports/siteFile/title')}>
        <h2>{text('ui/reports/siteFile/title')}</h2>
        <p className={styles['dim']}>{text('ui/reports/siteFile/what')}</p>
        <div className={styles['line']}>
          <Button
            icon={<FileOutput aria-hidden />}
            onPress={() => dialog.set({ kind: 'site-export' })}
          >
            {text('ui/reports/siteFile/exportPress')}
          </Button>
          <Button
            icon={<FileInput aria-hidden />}
            onPress={() => dialog.set({ kind: 'site-import' })}
          >
            {text('ui/reports/siteFile/importPress')}
          </Button>
        </div>
      </section>
      <section className={styles['section']} aria-label={text('ui/reports/support/title')}>
        <h2>{text('ui/reports/support/title')}</h2>
        <p className={styles['dim']}>{text('ui/reports/support/what')}</p>
        <div className={styles['line']}>
          <Button
            icon={<PackageOpen aria-hidden />}
            onPress={() => dialog.set({ kind: 'support-package', ids: [] })}
          >
            {text('ui/reports/support/press')}
          </Button>
        </div>
      </section>
      <section className={styles['section']} aria-label={text('ui/reports/lately')}>
        <h2>{text('ui/reports/lately')}</h2>
        {error === undefined ? null : <ErrorNotice error={error} onRetry={reload} />}
        {made.length === 0 ? <p className={styles['dim']}>{text('ui/reports/noneYet')}</p> : null}
        <ul className={styles['list']}>
          {made.map((one) => (
            <Made key={one.seq} made={one} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Made({ made }: { readonly made: MadeReport }) {
  const text = useText();
  return (
    <li className={styles['entry']}>
      <strong>{text(`reports/kinds/${made.kind as ReportKind}`)}</strong>
      <span className={styles['grow']}>
        {shownSiteName(made.site, text.locale)} · {made.format.toUpperCase()}
      </span>
      <span className={styles['dim']}>{made.by}</span>
      <TimeAgo at={made.at} />
    </li>
  );
}
