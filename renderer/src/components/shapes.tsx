import type { ReactNode } from 'react';
import styles from './StatusMark.module.css';

/** The line of a shape; everything is drawn on a 12 px square in the colour of the word beside it. */
const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const round = { strokeLinecap: 'round', strokeLinejoin: 'round' } as const;

const drawings = {
  dot: <circle cx="6" cy="6" r="3.6" fill="currentColor" />,
  square: <rect x="2.25" y="2.25" width="7.5" height="7.5" {...line} />,
  squares: (
    <>
      <rect x="1" y="1" width="6.6" height="6.6" {...line} />
      <rect x="4.4" y="4.4" width="6.6" height="6.6" fill="currentColor" />
    </>
  ),
  link: (
    <path
      d="M4.4 3.2h-.9a2.8 2.8 0 0 0 0 5.6h.9M7.6 3.2h.9a2.8 2.8 0 0 1 0 5.6h-.9"
      {...line}
      {...round}
    />
  ),
  padlock: (
    <>
      <rect x="2" y="5.4" width="8" height="5.6" rx="0.8" fill="currentColor" />
      <path d="M3.7 5.4V3.6a2.3 2.3 0 0 1 4.6 0v1.8" {...line} />
    </>
  ),
  dashes: <circle cx="6" cy="6" r="4.2" {...line} strokeDasharray="2.2 2.2" />,
  arc: (
    <>
      <circle cx="6" cy="6" r="4.2" {...line} strokeDasharray="2.2 2.2" />
      <path d="M6 1.8a4.2 4.2 0 0 1 0 8.4z" fill="currentColor" />
    </>
  ),
  tick: (
    <>
      <circle cx="6" cy="6" r="5.4" fill="currentColor" />
      <path d="m3.4 6.2 1.9 1.9 3.4-4" {...line} {...round} className={styles['cut']} />
    </>
  ),
  halfTick: (
    <>
      <circle cx="6" cy="6" r="4.8" {...line} strokeWidth="1.2" />
      <path d="M6 1.2a4.8 4.8 0 0 1 0 9.6z" fill="currentColor" opacity="0.35" />
      <path d="m3.6 6.2 1.7 1.7 3.1-3.6" {...line} {...round} />
    </>
  ),
  question: (
    <>
      <circle cx="6" cy="6" r="5" {...line} strokeWidth="1.2" />
      <path d="M4.5 4.8a1.5 1.5 0 1 1 2.3 1.3c-.5.3-.8.5-.8 1.1" {...line} {...round} />
      <circle cx="6" cy="8.9" r="0.75" fill="currentColor" />
    </>
  ),
  cross: <path d="m2.4 2.4 7.2 7.2m0-7.2L2.4 9.6" {...line} {...round} strokeWidth="2" />,
  hourglass: (
    <path
      d="M2.8 1.5h6.4M2.8 10.5h6.4M3.4 1.5c0 4.5 5.2 4.5 5.2 9m-5.2 0c0-4.5 5.2-4.5 5.2-9"
      {...line}
      {...round}
    />
  ),
  diamond: <path d="M6 1.4 10.6 6 6 10.6 1.4 6z" {...line} strokeLinejoin="round" />,
  barred: (
    <>
      <circle cx="6" cy="6" r="4.6" {...line} />
      <path d="m2.8 9.2 6.4-6.4" {...line} />
    </>
  ),
  triangle: (
    <>
      <path d="M6 1.6 11 10.4H1z" {...line} strokeLinejoin="round" />
      <path d="M6 4.8v2.4M6 8.9v.1" {...line} {...round} />
    </>
  ),
  minus: <path d="M2.5 6h7" {...line} {...round} />,
} as const satisfies Record<string, ReactNode>;

export type ShapeName = keyof typeof drawings;

/** One of the state shapes. It is decoration: the word beside it says the same. */
export function Shape({ name }: { readonly name: ShapeName }) {
  return (
    <svg className={styles['shape']} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {drawings[name]}
    </svg>
  );
}
