import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Field.module.css';

export interface SelectOption<V extends string> {
  readonly id: V;
  readonly label: string;
}

export interface SelectProps<V extends string> {
  readonly label: string;
  readonly options: readonly SelectOption<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly description?: string;
  readonly isDisabled?: boolean;
}

/** One of a few named values. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { label, options, value, onChange, description, isDisabled = false } = props;
  return (
    <AriaSelect
      className={cx(styles['field'])}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key);
        if (chosen !== undefined) onChange(chosen.id);
      }}
    >
      <Label className={cx(styles['label'])}>{label}</Label>
      <Button className={cx(styles['select'])}>
        <SelectValue className={cx(styles['value'])} />
        <ChevronDown aria-hidden />
      </Button>
      {description === undefined ? null : (
        <Text slot="description" className={cx(styles['hint'])}>
          {description}
        </Text>
      )}
      <Popover className={cx(styles['listPopover'])} offset={2}>
        <ListBox className={cx(styles['list'])}>
          {options.map((option) => (
            <ListBoxItem
              key={option.id}
              id={option.id}
              textValue={option.label}
              className={cx(styles['option'])}
            >
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
