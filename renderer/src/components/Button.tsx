import type { ReactNode } from 'react';
import { Button as AriaButton, Tooltip, TooltipTrigger } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';

export type ButtonVariant = 'primary' | 'plain' | 'danger' | 'quiet';

export interface ButtonProps {
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  /** Why it cannot be pressed now. It then stays reachable, so that the reason can be read. */
  readonly whyDisabled?: string | undefined;
  /** Its work is under way: it does nothing more, but keeps the focus, which a disabled one loses. */
  readonly isBusy?: boolean;
  readonly variant?: ButtonVariant;
  readonly isSmall?: boolean;
  readonly autoFocus?: boolean;
  /** `submit` makes Enter in a form press it. */
  readonly type?: 'button' | 'submit';
  readonly 'aria-label'?: string;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-keyshortcuts'?: string;
}

/** A button with its word; the icon only supports the word. */
export function Button(props: ButtonProps) {
  const {
    icon,
    children,
    variant = 'plain',
    isSmall = false,
    isBusy = false,
    whyDisabled,
    onPress,
    ...rest
  } = props;
  const isOff = whyDisabled !== undefined;
  const isStill = isBusy || isOff;
  const name = cx(
    styles['button'],
    variant !== 'plain' && !isOff && styles[variant],
    isSmall && styles['small'],
    isBusy && styles['busy'],
    isOff && styles['off'],
  );
  const button = (
    <AriaButton
      {...rest}
      {...(isStill || onPress === undefined ? {} : { onPress })}
      {...(isStill ? { 'aria-disabled': true, type: 'button' } : {})}
      className={name}
    >
      {icon}
      {children}
    </AriaButton>
  );
  if (!isOff) return button;
  return (
    <TooltipTrigger delay={300} closeDelay={0}>
      {button}
      <Tooltip className={cx(styles['tooltip'])} offset={4}>
        {whyDisabled}
      </Tooltip>
    </TooltipTrigger>
  );
}

export interface IconButtonProps {
  readonly icon: ReactNode;
  /** The word: accessible name, and the tooltip on hover and focus. */
  readonly label: string;
  readonly onPress?: () => void;
  readonly isDisabled?: boolean;
  readonly variant?: ButtonVariant;
  readonly isSmall?: boolean;
  readonly 'aria-pressed'?: boolean;
  readonly 'aria-expanded'?: boolean;
}

/** For places too narrow for a word; the word still shows on hover and on keyboard focus. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, variant = 'quiet', isSmall = false, ...rest } = props;
  const name = cx(
    styles['button'],
    styles['icon'],
    variant !== 'plain' && styles[variant],
    isSmall && styles['small'],
  );
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      <AriaButton {...rest} aria-label={label} className={name}>
        {icon}
      </AriaButton>
      <Tooltip className={cx(styles['tooltip'])} offset={4}>
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
