import type { ReactNode } from 'react';
import { shortSerialOf } from '../../../main/contract/columns.ts';
import { useSettings } from '../state/app-context.tsx';
import { cx } from './cx.ts';
import styles from './Mono.module.css';
import { maskMiddle } from './privacy.ts';

/** Addresses, codes and everything else that is compared character by character. */
export function Mono({ children }: { readonly children: ReactNode }) {
  return <span className={cx(styles['mono'])}>{children}</span>;
}

/** A MAC address; privacy mode hides its middle. */
export function Mac({ mac }: { readonly mac: string }) {
  const { isPrivate } = useSettings();
  return <Mono>{isPrivate ? maskMiddle(mac) : mac}</Mono>;
}

/** A serial number: the part that tells devices apart is heavy, the rest lighter. */
export function Serial({ serial }: { readonly serial: string }) {
  const { isPrivate } = useSettings();
  if (isPrivate) return <Mono>{maskMiddle(serial)}</Mono>;
  const short = shortSerialOf(serial);
  const at = serial.lastIndexOf(short);
  return (
    <span className={cx(styles['mono'])}>
      <span className={styles['rest']}>{serial.slice(0, at)}</span>
      <span className={styles['tail']}>{short}</span>
      <span className={styles['rest']}>{serial.slice(at + short.length)}</span>
    </span>
  );
}
