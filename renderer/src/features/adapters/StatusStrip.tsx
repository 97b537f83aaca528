import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { DiscoveryStatus } from '../../../../main/contract/network.ts';
import { cx } from '../../components/cx.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { Mark, type MarkProps } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useQuery, useStatus, useSweep } from '../../state/app-context.tsx';
import { SweepDialog } from '../sweep/SweepDialog.tsx';
import { useAnnouncedEnd } from '../sweep/use-announced-end.ts';
import { VaultItem } from '../vault/VaultItem.tsx';
import { AdapterPanel } from './AdapterPanel.tsx';
import styles from './StatusStrip.module.css';

type Opened = 'adapters' | 'sweep' | null;

function AdaptersItem({ status, onOpen }: { status: DiscoveryStatus; onOpen: () => void }) {
  const text = useText();
  const format = useFormat();
  const listening = status.adapters.filter(({ state }) => state === 'listening');
  const hasFailed = status.adapters.some(({ state }) => state === 'failed');
  const look: Pick<MarkProps, 'shape' | 'tone'> = hasFailed
    ? { shape: 'triangle', tone: 'waiting' }
    : { shape: 'dot', tone: 'online' };
  return (
    <AriaButton className={cx(styles['open'])} onPress={onOpen}>
      {listening.length === 0 ? (
        <Mark shape="cross" tone="failed" word={text('ui/adapters/strip/off')} />
      ) : (
        <Mark {...look} word={text('ui/adapters/strip/listening', { count: listening.length })} />
      )}
      <span className={styles['names']}>
        {listening.map(({ name, replies }) => `${name} ${format.number(replies)}`).join(' · ')}
      </span>
      <span className="visually-hidden">, {text('ui/adapters/strip/open')}</span>
    </AriaButton>
  );
}

function SweepItem({ onOpen }: { readonly onOpen: () => void }) {
  const text = useText();
  const format = useFormat();
  const sweep = useSweep();
  if (sweep?.state !== 'running') return null;
  const [done, total] = [format.number(sweep.done), format.number(sweep.total)];
  const words = text('ui/adapters/strip/sweep', { cidr: sweep.cidr, done, total });
  return (
    <AriaButton className={cx(styles['open'])} onPress={onOpen}>
      <Mark shape="hourglass" tone="accepted" word={words} />
      <span className="visually-hidden">, {text('ui/adapters/strip/sweepOpen')}</span>
    </AriaButton>
  );
}

function Outside() {
  const text = useText();
  const format = useFormat();
  const info = useQuery('app.info', {}, { invalidateOn: ['discovery.changed'] }).data;
  if (info === undefined) return null;
  return (
    <span className={cx(styles['item'], styles['last'])}>
      {text('ui/adapters/strip/outside', { number: format.number(info.bytesOutsideLan) })}
    </span>
  );
}

/** One line of evidence at the bottom: what is heard, what is lost, what leaves the LAN. */
export function StatusStrip() {
  const text = useText();
  const format = useFormat();
  const status = useStatus();
  const [opened, setOpened] = useState<Opened>(null);
  useAnnouncedEnd();
  const { datagrams, dropped, rejected } = status.counters;
  const port = { port: status.port.number };
  const close = () => setOpened(null);
  return (
    <section className={styles['strip']} aria-label={text('ui/adapters/strip/label')}>
      <div className={styles['group']}>
        <AdaptersItem status={status} onOpen={() => setOpened('adapters')} />
        <SweepItem onOpen={() => setOpened('sweep')} />
      </div>
      <div className={styles['group']}>
        <span className={cx(styles['item'], styles['last'], styles['counters'])}>
          {text('ui/adapters/strip/datagrams', {
            count: datagrams,
            number: format.number(datagrams),
          })}
          {rejected === 0 ? null : (
            <span>{text('ui/adapters/strip/rejected', { number: format.number(rejected) })}</span>
          )}
          {dropped === null ? null : (
            <span>{text('ui/adapters/strip/dropped', { number: format.number(dropped) })}</span>
          )}
        </span>
        <span
          className={cx(styles['item'], styles['last'])}
          title={text(`ui/adapters/strip/portTip/${status.port.mode}`, port)}
        >
          {text(`ui/adapters/strip/port/${status.port.mode}`, port)}
        </span>
        <VaultItem />
        <Outside />
      </div>
      <Dialog title={text('ui/adapters/title')} isOpen={opened === 'adapters'} onClose={close}>
        <AdapterPanel />
      </Dialog>
      <SweepDialog isOpen={opened === 'sweep'} onClose={close} />
    </section>
  );
}
