import type { ReactNode } from 'react';
import styles from './drawings.module.css';

/** Where the button is; a dashed ring where it is only typical. */
export function ButtonMark(props: {
  readonly x: number;
  readonly y: number;
  readonly isMaybe?: boolean;
}) {
  const { x, y, isMaybe = false } = props;
  return (
    <g className={styles['mark']}>
      <circle cx={x} cy={y} r="3" fill="currentColor" stroke="none" />
      <circle cx={x} cy={y} r="9" {...(isMaybe ? { strokeDasharray: '4 3' } : {})} />
    </g>
  );
}

/** A line drawing in the colour of the words around it; the name says what it shows. */
export function Sketch({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <svg
      className={styles['sketch']}
      viewBox="0 0 200 120"
      role="img"
      aria-label={label}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

/** The slot of a memory card, beside which most buttons are. */
export function CardSlot({ x, y }: { readonly x: number; readonly y: number }) {
  return <path d={`M${x} ${y}h20v13h-16l-4 -4z`} />;
}
