import type { SiteConflict, SitePreview } from '../../../../main/contract/report.ts';
import { Button } from '../../components/Button.tsx';
import { Choice } from '../../components/Choice.tsx';
import { useText } from '../../i18n/use-text.ts';
import { allOf, type Choices, type Side, usualSide, withChoice } from './model.ts';
import styles from './reports.module.css';

interface ConflictListProps {
  readonly preview: SitePreview;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

/** Where the two laptops say something different: both values, which is newer, and which one stays. */
export function ConflictList({ preview, choices, onChoices }: ConflictListProps) {
  const text = useText();
  const { conflicts } = preview;
  if (conflicts.length === 0) return <p>{text('ui/reports/conflicts/none')}</p>;
  return (
    <section className={styles['section']} aria-label={text('ui/reports/conflicts/title')}>
      <h3>{text('ui/reports/conflicts/title')}</h3>
      <p className={styles['dim']}>{text('ui/reports/conflicts/what')}</p>
      <div className={styles['line']}>
        {(['mine', 'theirs'] as const).map((side) => (
          <Button key={side} isSmall onPress={() => onChoices(allOf(preview, side))}>
            {text(`ui/reports/conflicts/all/${side}`)}
          </Button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard */}
      <ul className={styles['conflicts']} tabIndex={0}>
        {conflicts.map((conflict) => (
          <Conflict
            key={conflict.key}
            conflict={conflict}
            chosen={choices[conflict.key] ?? {}}
            onChoose={(field, side) =>
              onChoices(withChoice(choices, { key: conflict.key, field, side }))
            }
          />
        ))}
      </ul>
    </section>
  );
}

interface ConflictProps {
  readonly conflict: SiteConflict;
  readonly chosen: Readonly<Record<string, Side>>;
  readonly onChoose: (field: string, side: Side) => void;
}

function Conflict({ conflict, chosen, onChoose }: ConflictProps) {
  const text = useText();
  const { theirs, fields } = conflict;
  const name = theirs.name ?? theirs.model ?? '';
  const tail = theirs.shortSerial ?? theirs.mac ?? theirs.address ?? '';
  return (
    <li className={styles['conflict']}>
      <strong>
        {name} {tail}
      </strong>
      {fields.map(({ field, mine, theirs: other, newer }) => {
        const shown = (value: string | null) => {
          if (value === null)
            return text(
              field === 'removed' ? 'ui/reports/conflicts/listed' : 'ui/reports/conflicts/nothing',
            );
          return field === 'removed' ? text('ui/reports/conflicts/removed') : value;
        };
        const mark = (side: Side) =>
          newer === side ? ` (${text('ui/reports/conflicts/newer')})` : '';
        return (
          <Choice
            key={field}
            label={text(`ui/reports/conflicts/fields/${field}`)}
            value={chosen[field] ?? usualSide(newer) ?? ''}
            onChange={(side) => {
              if (side !== '') onChoose(field, side);
            }}
            options={[
              {
                id: 'mine',
                label: `${text('ui/reports/conflicts/mine')}: ${shown(mine)}${mark('mine')}`,
              },
              {
                id: 'theirs',
                label: `${text('ui/reports/conflicts/theirs')}: ${shown(other)}${mark('theirs')}`,
              },
            ]}
          />
        );
      })}
    </li>
  );
}
