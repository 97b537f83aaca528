import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../i18n/use-text.ts';
import { IconButton } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Notice.module.css';
import { Shape, type ShapeName } from './shapes.tsx';

export type BannerLevel = 'info' | 'warning' | 'problem';

const shapes: Readonly<Record<BannerLevel, ShapeName>> = {
  info: 'diamond',
  warning: 'triangle',
  problem: 'cross',
};

export interface BannerProps {
  readonly level: BannerLevel;
  readonly children: ReactNode;
  /** Buttons beside the words. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
}

/** A line across the window about something that stays true for a while. */
export function Banner({ level, children, actions, onDismiss }: BannerProps) {
  const text = useText();
  return (
    <div
      className={styles['banner']}
      data-level={level}
      role={level === 'problem' ? 'alert' : 'status'}
    >
      <span className={styles[level]}>
        <Shape name={shapes[level]} />
        <span className="visually-hidden">{text(`ui/components/levels/${level}`)}</span>
      </span>
      <div className={cx(styles['words'])}>{children}</div>
      <div className={styles['actions']}>
        {actions}
        {onDismiss === undefined ? null : (
          <IconButton
            icon={<X aria-hidden />}
            label={text('ui/components/dismiss')}
            onPress={onDismiss}
            isSmall
          />
        )}
      </div>
    </div>
  );
}
