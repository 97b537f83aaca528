import { useEffect, useState } from 'react';
import type { Reminder } from '../../../../main/contract/recovery.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected, useSession, useStore } from '../../state/app-context.tsx';
import { tellError } from '../devices/tell-error.ts';
import { refLabel } from '../jobs/model/names.ts';
import styles from './cases.module.css';
import { dueCases, type StandingReminder, standing } from './model/list.ts';
import { useWayBack } from './use-way-back.ts';

/** Asks once each time the host is there again; from then on `reminders.changed` tells. */
function useReminderFeed(): readonly Reminder[] {
  const { client, reminders } = useSession();
  const text = useText();
  const isLive = useIsConnected();
  useEffect(() => {
    if (!isLive) return;
    client.call('cases.reminders', {}).then(
      (answer) => reminders.set(answer.reminders),
      (thrown: unknown) => tellError(text, thrown),
    );
  }, [client, reminders, isLive, text]);
  return useStore(reminders);
}

const canNotify = typeof Notification !== 'undefined';
/** Told outside of the window already, while this page lives. */
const notified = new Set<string>();

/** One notification of the computer per reminder, once, where the person allowed it. */
function useSystemNotices(reminders: readonly Reminder[]): void {
  const text = useText();
  const { place, settings } = useSession();
  useEffect(() => {
    if (!canNotify || Notification.permission !== 'granted') return;
    for (const { reminder } of standing(reminders)) {
      const { id, caseId, device, deadline, level } = reminder;
      if (notified.has(id)) continue;
      notified.add(id);
      const notice = new Notification(text(`cases/reminders/${deadline}/${level}`), {
        body: refLabel(device, settings.get().isPrivate),
        tag: id,
      });
      notice.onclick = () => {
        window.focus();
        place.set({ page: 'cases', caseId });
      };
    }
  }, [reminders, text, place, settings]);
}

const shownAtOnce = 2;

interface OneProps extends StandingReminder<Reminder> {
  readonly onGone: () => void;
}

function One({ reminder, ids, onGone }: OneProps) {
  const text = useText();
  const { client, place, settings } = useSession();
  const { caseId, device, kind, deadline, level } = reminder;
  const dismiss = () => {
    onGone();
    for (const id of ids) {
      client
        .call('cases.dismissReminder', { id })
        .catch((thrown: unknown) => tellError(text, thrown));
    }
  };
  return (
    <Banner
      level={level === 'over' ? 'warning' : 'info'}
      onDismiss={dismiss}
      actions={
        <Button isSmall onPress={() => place.set({ page: 'cases', caseId })}>
          {text('ui/cases/reminders/show')}
        </Button>
      }
    >
      <strong>{text(`cases/reminders/${deadline}/${level}`)}</strong> {text(`cases/kinds/${kind}`)},{' '}
      {refLabel(device, settings.get().isPrivate)}
    </Banner>
  );
}

/** What runs out or has run out; each stands until it is put away or its case ends. */
export function ReminderArea() {
  const text = useText();
  const { place } = useSession();
  const reminders = useReminderFeed();
  const { ref, back } = useWayBack();
  useSystemNotices(reminders);
  if (reminders.length === 0) return null;
  const sorted = standing(reminders);
  const hidden = sorted.length - shownAtOnce;
  return (
    <section ref={ref} tabIndex={-1} aria-label={text('ui/cases/reminders/area')}>
      {sorted.slice(0, shownAtOnce).map((one) => (
        <One key={one.reminder.id} {...one} onGone={back} />
      ))}
      {hidden <= 0 ? null : (
        <div className={styles['moreReminders']}>
          <Button isSmall variant="quiet" onPress={() => place.set({ page: 'cases' })}>
            {text('ui/cases/reminders/more', { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
}

/** How many cases have something due; for the number on the rail. */
export function useDueCases(): number {
  return dueCases(useStore(useSession().reminders));
}

/** Asking for permission needs a press; browsers refuse a page that asks by itself. */
export function NotifyChoice() {
  const text = useText();
  const [permission, setPermission] = useState(canNotify ? Notification.permission : 'denied');
  if (permission === 'granted') {
    return <p className={styles['dim']}>{text('ui/cases/reminders/allowed')}</p>;
  }
  if (permission === 'denied') {
    return <p className={styles['dim']}>{text('ui/cases/reminders/denied')}</p>;
  }
  return (
    <p className={styles['spread']}>
      <span className={styles['dim']}>{text('ui/cases/reminders/notifyHint')}</span>
      <Button isSmall onPress={() => void Notification.requestPermission().then(setPermission)}>
        {text('ui/cases/reminders/notify')}
      </Button>
    </p>
  );
}
