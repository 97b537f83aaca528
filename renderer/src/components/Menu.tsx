import { Check, ChevronRight } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Keyboard,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { Button, type ButtonVariant } from './Button.tsx';
import { cx } from './cx.ts';
import styles from './Menu.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** A second line that says more. */
  readonly detail?: string;
  /** As the operator reads it: `Ctrl+E`. */
  readonly shortcut?: string;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  /** Shows a tick in front; `undefined` when the item is no choice. */
  readonly isChosen?: boolean;
  readonly onAction: () => void;
}

/** A menu inside the menu; Arrow right opens it, Arrow left leads back. */
export interface MenuFolder {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly items: readonly MenuEntry[];
}

/** `null` draws a line between groups. */
export type MenuEntry = MenuAction | MenuFolder | null;

interface FolderProps {
  readonly folder: MenuFolder;
  /** A menu that no button opened has to be told that something was chosen in a menu inside it. */
  readonly onChosen: (() => void) | undefined;
}

function Folder({ folder, onChosen }: FolderProps) {
  const items = folder.items.map((item) =>
    item === null || 'items' in item
      ? item
      : {
          ...item,
          onAction: () => {
            item.onAction();
            onChosen?.();
          },
        },
  );
  return (
    <SubmenuTrigger>
      <AriaMenuItem id={folder.id} textValue={folder.label} className={cx(styles['item'])}>
        {folder.icon}
        <span className={styles['label']}>{folder.label}</span>
        <ChevronRight aria-hidden />
      </AriaMenuItem>
      <Popover className={cx(styles['popover'])} offset={-2} crossOffset={-5}>
        <Menu items={items} aria-label={folder.label} />
      </Popover>
    </SubmenuTrigger>
  );
}

function Item({ action }: { readonly action: MenuAction }) {
  return (
    <AriaMenuItem
      id={action.id}
      textValue={action.label}
      isDisabled={action.isDisabled ?? false}
      onAction={action.onAction}
      className={cx(styles['item'], action.isDanger === true && styles['danger'])}
    >
      {action.isChosen === undefined ? null : (
        <span className={styles['tick']}>{action.isChosen ? <Check aria-hidden /> : null}</span>
      )}
      {action.icon}
      <span className={styles['label']}>
        {action.label}
        {action.detail === undefined ? null : (
          <span className={styles['detail']}>{action.detail}</span>
        )}
      </span>
      {action.shortcut === undefined ? null : (
        <Keyboard className={cx(styles['shortcut'])}>{action.shortcut}</Keyboard>
      )}
    </AriaMenuItem>
  );
}

export interface MenuProps {
  readonly items: readonly MenuEntry[];
  readonly 'aria-label'?: string;
  readonly autoFocus?: 'first';
  readonly onClose?: () => void;
}

/** The list alone, for a context menu inside one's own popover. */
export function Menu({ items, onClose, ...rest }: MenuProps) {
  return (
    <AriaMenu
      {...rest}
      className={cx(styles['menu'])}
      {...(onClose === undefined ? {} : { onClose })}
    >
      {items.map((item, index) =>
        item === null ? (
          <Separator
            key={`line-before-${items[index + 1]?.id ?? 'end'}`}
            className={cx(styles['separator'])}
          />
        ) : 'items' in item ? (
          <Folder key={item.id} folder={item} onChosen={onClose} />
        ) : (
          <Item key={item.id} action={item} />
        ),
      )}
    </AriaMenu>
  );
}

export interface MenuButtonProps {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly items: readonly MenuEntry[];
  readonly variant?: ButtonVariant;
  readonly isDisabled?: boolean;
  readonly isSmall?: boolean;
  /** What stands on the button when it differs from its name (the site's name, say). */
  readonly children?: ReactNode;
  /** The menu opens; the moment to ask for fresh items. */
  readonly onOpen?: () => void;
}

/** A button that opens a menu; arrow keys, typing and Esc work as in the system's own menus. */
export function MenuButton(props: MenuButtonProps) {
  const { label, icon, items, variant = 'plain', isDisabled = false, isSmall = false } = props;
  return (
    <MenuTrigger
      onOpenChange={(isOpen) => {
        if (isOpen) props.onOpen?.();
      }}
    >
      <Button
        icon={icon}
        variant={variant}
        isDisabled={isDisabled}
        isSmall={isSmall}
        {...(props.children === undefined ? {} : { 'aria-label': label })}
      >
        {props.children ?? label}
      </Button>
      <Popover className={cx(styles['popover'])} offset={4}>
        <Menu items={items} aria-label={label} />
      </Popover>
    </MenuTrigger>
  );
}

export interface ContextMenuProps {
  /** Where the pointer was, in CSS px of the window; `null` keeps it closed. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly label: string;
  readonly items: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** The same entries as a button's menu, opened where the pointer is. */
export function ContextMenu({ at, label, items, onClose }: ContextMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className={styles['anchor']}
        style={{ left: at?.x ?? 0, top: at?.y ?? 0 }}
      />
      <Popover
        className={cx(styles['popover'])}
        triggerRef={anchor}
        isOpen={at !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
        placement="bottom start"
        offset={0}
        aria-label={label}
      >
        <Menu items={items} aria-label={label} autoFocus="first" onClose={onClose} />
      </Popover>
    </>
  );
}
