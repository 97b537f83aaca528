import { useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { Notice } from '../../../../main/contract/network.ts';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { showToast } from '../../components/toast-store.ts';
import { type TextLookup, useText } from '../../i18n/use-text.ts';
import { useApi, useSession, useStatus } from '../../state/app-context.tsx';
import { errorShapeOf } from '../../transport/client.ts';
import { useDevices } from '../devices/devices-state.tsx';
import { TrainingMenu } from '../training/TrainingMenu.tsx';
import styles from './NoticeArea.module.css';

const shownAtOnce = 2;
const levelOrder: readonly Notice['level'][] = ['problem', 'warning', 'info'];

function sortNotices(notices: readonly Notice[]): readonly Notice[] {
  const rank = ({ level }: Notice) => levelOrder.indexOf(level);
  return [...notices].sort((a, b) => rank(a) - rank(b) || b.at - a.at);
}

/** The core writes `?` where the system does not name the program. */
function paramsOf(notice: Notice, text: TextLookup): Notice['params'] {
  if (notice.params['holder'] !== '?') return notice.params;
  return { ...notice.params, holder: text('ui/notices/unknownHolder') };
}

function useDismiss() {
  const text = useText();
  const api = useApi();
  return (notice: Notice) => {
    api.call('discovery.dismiss', { id: notice.id }).catch((thrown: unknown) => {
      const { code, params } = errorShapeOf(thrown);
      showToast({ text: text(`errors/${code}/what`, params) });
    });
  };
}

/**
 * A camera moved and its recorder may not know: the channel's form, with the new address in it. The training
 * site: its router.
 */
function NoticeAction({ notice }: { readonly notice: Notice }) {
  const text = useText();
  const { fleet } = useSession();
  const { dialog } = useDevices();
  if (notice.code === 'demo') return <TrainingMenu />;
  if (notice.code !== 'recorder-address') return null;
  const { recorderId, channel, to } = notice.params;
  const recorder = typeof recorderId === 'string' ? fleet.row(recorderId as DeviceId) : undefined;
  if (recorder === undefined || typeof channel !== 'number') return null;
  const address = typeof to === 'string' ? { address: to } : {};
  return (
    <Button
      isSmall
      onPress={() => dialog.set({ kind: 'channel-edit', id: recorder.id, channel, ...address })}
    >
      {text('ui/access/recorder/edit')}
    </Button>
  );
}

/** What the operator should know now, the worst first; two at once, so that the table stays. */
export function NoticeArea() {
  const text = useText();
  const notices = sortNotices(useStatus().notices);
  const [isOpen, setIsOpen] = useState(false);
  const dismiss = useDismiss();
  const area = useRef<HTMLElement>(null);
  if (notices.length === 0) return null;
  const onDismiss = (notice: Notice) => {
    // The pressed button goes away with its notice; the focus stays with the others.
    area.current?.focus();
    dismiss(notice);
  };
  const shown = isOpen ? notices : notices.slice(0, shownAtOnce);
  const hidden = notices.length - shownAtOnce;
  return (
    <section ref={area} tabIndex={-1} aria-label={text('ui/notices/area')}>
      {shown.map((notice) => {
        const params = paramsOf(notice, text);
        return (
          <Banner
            key={notice.id}
            level={notice.level}
            actions={<NoticeAction notice={notice} />}
            onDismiss={() => onDismiss(notice)}
          >
            <span className={styles['what']}>{text(`notices/${notice.code}/what`, params)}</span>{' '}
            <span className={styles['next']}>{text(`notices/${notice.code}/next`, params)}</span>
          </Banner>
        );
      })}
      {hidden <= 0 ? null : (
        <div className={styles['more']}>
          <Button isSmall variant="quiet" onPress={() => setIsOpen(!isOpen)} aria-expanded={isOpen}>
            {isOpen ? text('ui/notices/fewer') : text('ui/notices/more', { count: hidden })}
          </Button>
        </div>
      )}
    </section>
  );
}
