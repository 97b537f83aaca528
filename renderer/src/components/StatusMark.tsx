import type { ReactNode } from 'react';
import type { DeviceFlag, DeviceRow, Presence } from '../../../main/contract/device.ts';
import { useFormat } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';
import { useNow } from '../state/app-context.tsx';
import { countdown } from './countdown.ts';
import { cx } from './cx.ts';
import styles from './StatusMark.module.css';
import { Shape, type ShapeName } from './shapes.tsx';
import { useCoarseNow } from './use-coarse-now.ts';

/** What a colour means; `tokens.css` has one for each. */
export type Tone =
  | 'online'
  | 'inactive'
  | 'duplicate'
  | 'subnet'
  | 'locked'
  | 'offline'
  | 'verified'
  | 'accepted'
  | 'unknown'
  | 'failed'
  | 'waiting';

export interface MarkProps {
  readonly shape: ShapeName;
  readonly tone: Tone;
  readonly word: string;
  /** Only the shape is seen; the word is still read aloud. For the normal state, which is silent. */
  readonly isWordHidden?: boolean;
  readonly children?: ReactNode;
}

/** Word, shape and colour of a state, always together. */
export function Mark({ shape, tone, word, isWordHidden = false, children }: MarkProps) {
  return (
    <span className={cx(styles['mark'], styles[tone])}>
      <Shape name={shape} />
      <span className={isWordHidden ? 'visually-hidden' : styles['word']} title={word}>
        {word}
      </span>
      {children}
    </span>
  );
}

interface Look {
  readonly shape: ShapeName;
  readonly tone: Tone;
}

const flagLooks: Readonly<Record<DeviceFlag, Look>> = {
  'duplicate-address': { shape: 'squares', tone: 'duplicate' },
  locked: { shape: 'padlock', tone: 'locked' },
  inactive: { shape: 'square', tone: 'inactive' },
  'other-subnet': { shape: 'link', tone: 'subnet' },
  unreachable: { shape: 'barred', tone: 'offline' },
  'default-address': { shape: 'diamond', tone: 'inactive' },
};

/** The flag that needs the operator first comes first. */
const flagOrder: readonly DeviceFlag[] = [
  'duplicate-address',
  'locked',
  'inactive',
  'other-subnet',
  'unreachable',
  'default-address',
];

const presenceLooks: Readonly<Record<Presence, Look>> = {
  online: { shape: 'dot', tone: 'online' },
  stale: { shape: 'arc', tone: 'offline' },
  offline: { shape: 'dashes', tone: 'offline' },
  never: { shape: 'dashes', tone: 'offline' },
};

export function sortFlags(flags: readonly DeviceFlag[]): readonly DeviceFlag[] {
  return flagOrder.filter((flag) => flags.includes(flag));
}

type MarkedRow = Pick<DeviceRow, 'presence' | 'flags' | 'sameAddress' | 'lastSeenAt'> &
  Partial<Pick<DeviceRow, 'lockedUntil'>>;

export type StatusMarkProps =
  | { readonly row: MarkedRow }
  | {
      readonly flag: DeviceFlag;
      readonly sameAddress?: number;
      readonly lockedUntil?: number | null;
    }
  | { readonly presence: Presence };

interface CountdownProps {
  /** Epoch milliseconds. */
  readonly until: number;
  readonly children?: ReactNode;
}

/** "Locked 27:14", ticking; when the time is over the device has still to say so. */
export function LockedMark({ until, children }: CountdownProps) {
  const text = useText();
  const left = countdown(until, useNow());
  const word =
    left === null ? text('ui/components/lockOver') : text('ui/components/lockedFor', { left });
  return (
    <Mark {...flagLooks.locked} word={word}>
      {children}
    </Mark>
  );
}

interface FlagMarkProps {
  readonly flag: DeviceFlag;
  readonly lockedUntil?: number | null | undefined;
  /** How many devices have the address; `undefined` where the word stands for several groups. */
  readonly sameAddress: number | undefined;
  readonly children?: ReactNode;
}

function FlagMark(props: FlagMarkProps) {
  const text = useText();
  const { flag, sameAddress: devices } = props;
  if (flag === 'locked' && props.lockedUntil != null) {
    return <LockedMark until={props.lockedUntil}>{props.children}</LockedMark>;
  }
  const isGroup = flag === 'duplicate-address' && devices === undefined;
  const word = isGroup
    ? text('ui/components/sameAddress')
    : text(`flags/${flag}`, devices === undefined ? {} : { devices });
  return (
    <Mark {...flagLooks[props.flag]} word={word}>
      {props.children}
    </Mark>
  );
}

function OfflineMark({ lastSeenAt }: { readonly lastSeenAt: number }) {
  const text = useText();
  const format = useFormat();
  const ago = format.ago(lastSeenAt, useCoarseNow());
  return <Mark {...presenceLooks.offline} word={text('ui/components/seen', { ago })} />;
}

function RowMark({ row }: Extract<StatusMarkProps, { readonly row: unknown }>) {
  const text = useText();
  if (row.presence === 'offline') return <OfflineMark lastSeenAt={row.lastSeenAt} />;
  const [first, ...rest] = sortFlags(row.flags);
  if (first === undefined) {
    const word = text(`presence/${row.presence}`);
    return (
      <Mark {...presenceLooks[row.presence]} word={word} isWordHidden={row.presence === 'online'} />
    );
  }
  const others = rest.map((flag) => text(`flags/${flag}`, { devices: row.sameAddress })).join(', ');
  return (
    <FlagMark flag={first} sameAddress={row.sameAddress} lockedUntil={row.lockedUntil}>
      {rest.length === 0 ? null : (
        <span className={styles['more']} title={others}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="visually-hidden">, {others}</span>
        </span>
      )}
    </FlagMark>
  );
}

/** The state of a device, of one of its flags, or of its presence. */
export function StatusMark(props: StatusMarkProps) {
  const text = useText();
  if ('row' in props) return <RowMark row={props.row} />;
  if ('flag' in props) {
    const { flag, sameAddress, lockedUntil } = props;
    return <FlagMark flag={flag} sameAddress={sameAddress} lockedUntil={lockedUntil} />;
  }
  return <Mark {...presenceLooks[props.presence]} word={text(`presence/${props.presence}`)} />;
}

/** Yes, No or Unknown. Unknown looks different from both and never reads as "No". */
export function TriValue({ value }: { readonly value: boolean | null }) {
  const text = useText();
  if (value === null) {
    return <Mark shape="question" tone="unknown" word={text('tri/unknown')} />;
  }
  return (
    <span className={value ? styles['yes'] : styles['no']}>
      {text(value ? 'tri/yes' : 'tri/no')}
    </span>
  );
}
