import { Plus, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { columns } from '../../../../../main/contract/columns.ts';
import {
  deviceKinds,
  filterOps,
  loginStates,
  presences,
  vendors,
} from '../../../../../main/contract/lists.ts';
import type { FilterTerm, SavedFilter } from '../../../../../main/contract/settings.ts';
import { Button, IconButton } from '../../../components/Button.tsx';
import { Dialog } from '../../../components/Dialog.tsx';
import { Field } from '../../../components/Field.tsx';
import { Select } from '../../../components/Select.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useLayout, useSession, useStore } from '../../../state/app-context.tsx';
import { valueWord } from '../bar/filter-words.ts';
import { deviceFlagNames, healthNames } from '../bar/value-names.ts';
import { useDevices } from '../devices-state.tsx';
import { needsColumn, removedColumn } from '../model/filter.ts';
import { columnSpec } from '../model/sort.ts';
import styles from './dialogs.module.css';

type Op = FilterTerm['op'];

const pseudoColumns: readonly string[] = [needsColumn, removedColumn];

/** The values a column can have, where they are few; `null` for free text. */
function choicesOf(column: string): readonly string[] | null {
  const spec = columnSpec(column);
  if (spec?.format === 'tri') return ['true', 'false'];
  if (spec?.format === 'status') return [...deviceFlagNames, ...presences];
  if (column === 'vendor') return vendors;
  if (column === 'login') return loginStates;
  if (column === 'health') return healthNames;
  return column === 'kind' ? deviceKinds : null;
}

function opsOf(column: string): readonly Op[] {
  if (pseudoColumns.includes(column)) return ['is'];
  if (columnSpec(column)?.format === 'status') return ['is', 'is-not'];
  return choicesOf(column) === null ? filterOps : filterOps.filter((op) => op !== 'contains');
}

/** A term that fits its column, keeping what can be kept. */
function fitted(term: FilterTerm): FilterTerm {
  if (pseudoColumns.includes(term.column)) return { ...term, op: 'is', value: 'true' };
  const ops = opsOf(term.column);
  const choices = choicesOf(term.column);
  const op = ops.includes(term.op) ? term.op : (ops[0] ?? 'is');
  const value =
    choices === null || choices.includes(term.value) ? term.value : (choices[0] ?? term.value);
  return { ...term, op, value };
}

interface TermLineProps {
  readonly term: FilterTerm;
  readonly number: number;
  readonly onChange: (term: FilterTerm) => void;
  readonly onRemove: () => void;
}

function ValueInput({ term, onChange }: Pick<TermLineProps, 'term' | 'onChange'>) {
  const text = useText();
  const choices = choicesOf(term.column);
  if (pseudoColumns.includes(term.column) || term.op === 'is-known' || term.op === 'is-unknown') {
    return <span />;
  }
  const label = text('ui/devices/filters/value');
  const change = (value: string) => onChange({ ...term, value });
  if (choices === null) {
    return <Field label={label} value={term.value} onChange={change} maxLength={200} />;
  }
  const options = choices.map((id) => ({ id, label: valueWord(term.column, id, text) }));
  return <Select label={label} options={options} value={term.value} onChange={change} />;
}

function TermLine({ term, number, onChange, onRemove }: TermLineProps) {
  const text = useText();
  const columnOptions = [
    { id: needsColumn, label: text('ui/devices/filters/needs') },
    { id: removedColumn, label: text('ui/devices/filters/removed') },
    ...columns.map((spec) => ({ id: spec.id, label: text(`columns/${spec.id}`) })),
  ];
  const opOptions = opsOf(term.column).map((id) => ({
    id,
    label: text(`ui/devices/filters/ops/${id}`),
  }));
  return (
    <li className={styles['term']}>
      <Select
        label={text('ui/devices/filters/column')}
        options={columnOptions}
        value={term.column}
        onChange={(column) => onChange(fitted({ ...term, column }))}
      />
      <Select
        label={text('ui/devices/filters/op')}
        options={opOptions}
        value={term.op}
        onChange={(op) => onChange({ ...term, op })}
      />
      <ValueInput term={term} onChange={onChange} />
      <IconButton
        icon={<X aria-hidden />}
        label={text('ui/devices/filters/remove', { number })}
        onPress={onRemove}
      />
    </li>
  );
}

function Terms() {
  const { view } = useDevices();
  const text = useText();
  const filter = useStore(view.filter);
  const put = (terms: readonly FilterTerm[]) => view.setFilter({ ...filter, terms });
  return (
    <section className={styles['section']} aria-label={text('ui/devices/filters/terms')}>
      <p className={styles['dim']}>
        {text(
          filter.terms.length === 0 ? 'ui/devices/filters/noTerms' : 'ui/devices/filters/allMust',
        )}
      </p>
      <ul className={styles['terms']}>
        {filter.terms.map((term, index) => (
          <TermLine
            // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be alike; their place is what they are
            key={index}
            term={term}
            number={index + 1}
            onChange={(next) =>
              put(filter.terms.map((one, place) => (place === index ? next : one)))
            }
            onRemove={() => put(filter.terms.filter((_, place) => place !== index))}
          />
        ))}
      </ul>
      <Button
        icon={<Plus aria-hidden />}
        isDisabled={filter.terms.length >= 20}
        onPress={() => put([...filter.terms, { column: 'model', op: 'contains', value: '' }])}
      >
        {text('ui/devices/filters/add')}
      </Button>
    </section>
  );
}

function SavedList() {
  const { layout } = useSession();
  const { savedFilters } = useLayout();
  const { view } = useDevices();
  const text = useText();
  const filter = useStore(view.filter);
  const [name, setName] = useState('');
  const save = () => {
    const saved: SavedFilter = {
      id: crypto.randomUUID(),
      name: name.trim(),
      search: filter.search,
      terms: [...filter.terms],
    };
    // The same name again means: this is what it is from now on.
    const others = savedFilters.filter((one) => one.name !== saved.name);
    layout.change({ savedFilters: [...others, saved] });
    setName('');
  };
  return (
    <section className={styles['section']} aria-label={text('ui/devices/filters/saved')}>
      <h3>{text('ui/devices/filters/saved')}</h3>
      {savedFilters.length === 0 ? (
        <p className={styles['dim']}>{text('ui/devices/filters/noSaved')}</p>
      ) : null}
      <ul>
        {savedFilters.map((one) => (
          <li key={one.id} className={styles['savedLine']}>
            <span className={styles['savedName']}>{one.name}</span>
            <Button
              isSmall
              onPress={() => view.setFilter({ search: one.search, terms: one.terms })}
            >
              {text('ui/devices/filters/apply')}
            </Button>
            <IconButton
              icon={<Trash2 aria-hidden />}
              label={text('ui/devices/filters/delete', { name: one.name })}
              isSmall
              onPress={() =>
                layout.change({ savedFilters: savedFilters.filter((other) => other !== one) })
              }
            />
          </li>
        ))}
      </ul>
      <form
        className={styles['saveLine']}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') save();
        }}
      >
        <Field
          label={text('ui/devices/filters/name')}
          value={name}
          onChange={setName}
          maxLength={60}
        />
        <Button
          type="submit"
          isDisabled={name.trim() === '' || (filter.search === '' && filter.terms.length === 0)}
        >
          {text('ui/devices/filters/save')}
        </Button>
      </form>
    </section>
  );
}

/** Conditions per field, and the filters that were given a name. The table follows at once. */
export function FilterDialog({ onClose }: { readonly onClose: () => void }) {
  const { view } = useDevices();
  const text = useText();
  const { ids } = useStore(view.order);
  const counts = useStore(view.counts);
  return (
    <Dialog
      title={text('ui/devices/filters/terms')}
      isOpen
      onClose={onClose}
      width="wide"
      footer={
        <>
          <span className={styles['footNote']}>
            {text('ui/devices/shown', { shown: ids.length, total: counts.all })}
          </span>
          <Button variant="primary" onPress={onClose}>
            {text('ui/devices/filters/close')}
          </Button>
        </>
      }
    >
      <Terms />
      <SavedList />
    </Dialog>
  );
}
