import { PanelRightClose } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { DeviceId, DeviceRow } from '../../../../main/contract/device.ts';
import { IconButton } from '../../components/Button.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Mono } from '../../components/Mono.tsx';
import { Mark, StatusMark } from '../../components/StatusMark.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useSession } from '../../state/app-context.tsx';
import { ManyFooter } from '../network-edit/ManyFooter.tsx';
import styles from './Detail.module.css';
import { summarise } from './many.ts';

/** The rows of these ids as they are now. */
export function useRows(ids: readonly DeviceId[]): readonly DeviceRow[] {
  const { fleet } = useSession();
  const [change, setChange] = useState(0);
  useEffect(() => fleet.subscribe(() => setChange((old) => old + 1)), [fleet]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the counter stands for the store's content
  return useMemo(
    () => ids.map((id) => fleet.row(id)).filter((row) => row !== undefined),
    [ids, fleet, change],
  );
}

function CountLine({ children, count }: { readonly children: ReactNode; readonly count: number }) {
  const format = useFormat();
  return (
    <li className={styles['counted']}>
      {children}
      <span>{format.number(count)}</span>
    </li>
  );
}

function listOf(rows: readonly DeviceRow[], field: 'serial' | 'ipv4Address'): string {
  return rows
    .map((row) => row[field])
    .filter((value) => value !== null)
    .join('\n');
}

function Summary({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const text = useText();
  const { models, flags, offline, normal, conflicts } = summarise(rows);
  return (
    <div className={styles['body']}>
      <h3>{text('ui/detail/many/states')}</h3>
      <ul>
        {flags.map(({ value, count }) => (
          <CountLine key={value} count={count}>
            <StatusMark flag={value} />
          </CountLine>
        ))}
        {offline === 0 ? null : (
          <CountLine count={offline}>
            <StatusMark presence="offline" />
          </CountLine>
        )}
        {normal === 0 ? null : (
          <CountLine count={normal}>
            <Mark shape="dot" tone="online" word={text('ui/detail/many/normal')} />
          </CountLine>
        )}
      </ul>
      <h3 className={styles['extra']}>{text('ui/detail/many/conflicts')}</h3>
      {conflicts.length === 0 ? (
        <p className={styles['dim']}>{text('ui/detail/many/noConflicts')}</p>
      ) : (
        <ul>
          {conflicts.map(({ value, count }) => (
            <CountLine key={value} count={count}>
              <Mono>{value}</Mono>
            </CountLine>
          ))}
        </ul>
      )}
      <h3 className={styles['extra']}>{text('ui/detail/many/models')}</h3>
      <ul>
        {models.map(({ value, count }) => (
          <CountLine key={value ?? ''} count={count}>
            <span>{value ?? text('ui/detail/noModel')}</span>
          </CountLine>
        ))}
      </ul>
    </div>
  );
}

interface ManyDevicesProps {
  readonly ids: readonly DeviceId[];
  readonly onClose: () => void;
}

/** What several selected devices are, and where they get in each other's way. */
export function ManyDevices({ ids, onClose }: ManyDevicesProps) {
  const text = useText();
  const rows = useRows(ids);
  return (
    <>
      <div className={styles['head']}>
        <div className={styles['titleLine']}>
          <h2 className={styles['title']}>
            {text('ui/detail/many/title', { count: rows.length })}
          </h2>
          <IconButton
            isSmall
            icon={<PanelRightClose aria-hidden />}
            label={text('ui/detail/close')}
            onPress={onClose}
          />
        </div>
      </div>
      <div className={styles['scroll']}>
        <div className={styles['copies']}>
          <CopyButton
            isWide
            isSmall
            label={text('ui/detail/many/copySerials')}
            textToCopy={() => listOf(rows, 'serial')}
          />
          <CopyButton
            isWide
            isSmall
            label={text('ui/detail/many/copyAddresses')}
            textToCopy={() => listOf(rows, 'ipv4Address')}
          />
        </div>
        <Summary rows={rows} />
      </div>
      <ManyFooter rows={rows} />
    </>
  );
}
