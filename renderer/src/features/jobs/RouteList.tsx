import type { Route } from '../../../../main/contract/job.ts';
import { GuideLink } from '../../components/GuideLink.tsx';
import { useText } from '../../i18n/use-text.ts';
import styles from './jobs.module.css';

/** The ways that are left for a device when the LAN cannot do it. */
export function RouteList({ routes }: { readonly routes: readonly Route[] }) {
  const text = useText();
  const others = routes.filter((route) => route !== 'lan');
  if (others.length === 0) return null;
  return (
    <div className={styles['routes']}>
      <h3>{text('ui/jobs/otherWays')}</h3>
      <ul>
        {others.map((route) => (
          <li key={route}>
            <strong>{text(`routes/${route}/title`)}</strong>
            <p>{text(`routes/${route}/what`)}</p>
            <GuideLink code={route} />
          </li>
        ))}
      </ul>
    </div>
  );
}
