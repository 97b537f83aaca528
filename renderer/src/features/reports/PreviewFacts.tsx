import { useEffect, useRef } from 'react';
import type { SitePreview } from '../../../../main/contract/report.ts';
import { shownSiteName } from '../../../../main/contract/text/given-names.ts';
import { TimeAgo } from '../../components/TimeAgo.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './reports.module.css';

/** What is in a site file, before anything of it is taken in. */
export function PreviewFacts({ preview }: { readonly preview: SitePreview }) {
  const text = useText();
  const ref = useRef<HTMLDListElement>(null);
  // The form before it is gone, and the keyboard with it: go on where there is something to read.
  useEffect(() => ref.current?.focus(), []);
  const { name, by, madeAt, devices, newDevices, cases, credentials, auditLines } = preview;
  const audit = preview.isAuditIntact ? 'auditIntact' : 'auditBroken';
  return (
    <dl ref={ref} tabIndex={-1} className={styles['facts']}>
      <dt>{text('ui/reports/facts/site')}</dt>
      <dd>{shownSiteName(name, text.locale)}</dd>
      <dt>{text('ui/reports/facts/made')}</dt>
      <dd>
        <TimeAgo at={madeAt} />, {by}
      </dd>
      <dt>{text('ui/reports/facts/devices')}</dt>
      <dd>{text('ui/reports/facts/devicesNew', { count: devices, fresh: newDevices })}</dd>
      <dt>{text('ui/reports/facts/cases')}</dt>
      <dd>{cases}</dd>
      <dt>{text('ui/reports/facts/passwords')}</dt>
      <dd>{credentials}</dd>
      <dt>{text('ui/reports/facts/audit')}</dt>
      <dd>{text(`ui/reports/facts/${audit}`, { count: auditLines })}</dd>
    </dl>
  );
}
