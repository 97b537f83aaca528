import { useSession, useStore } from './state/app-context.tsx';

/** Two places whose words a screen reader speaks: in its own time, or at once. */
export function LiveRegions() {
  const { announcer } = useSession();
  const polite = useStore(announcer.polite);
  const assertive = useStore(announcer.assertive);
  return (
    // The mark keeps it heard while a dialog hides the rest of the page from screen readers.
    <div className="visually-hidden" data-live-announcer="true">
      <div role="status" aria-live="polite">
        <span key={polite.count}>{polite.text}</span>
      </div>
      <div role="alert" aria-live="assertive">
        <span key={assertive.count}>{assertive.text}</span>
      </div>
    </div>
  );
}
