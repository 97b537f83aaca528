import { useEffect, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { DeviceRef } from '../../../../main/contract/job.ts';
import { Choice } from '../../components/Choice.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { PasswordStrength, usePasswordCheck } from '../../components/PasswordStrength.tsx';
import { useText } from '../../i18n/use-text.ts';
import { DeviceName } from '../jobs/DeviceName.tsx';
import { refLabel } from '../jobs/model/names.ts';
import { KeptAfterProof, SavedChoice, useSavedLogins } from '../vault/SavedChoice.tsx';
import styles from './acts.module.css';
import type { SecretsDraft, Slot } from './use-secrets.ts';

export interface SecretTarget {
  readonly device: DeviceRef;
  /** As the device told; `null` when it did not. */
  readonly attemptsLeft: number | null;
}

export interface SecretsFormProps {
  readonly draft: SecretsDraft;
  /** Devices that need a password. */
  readonly targets: readonly SecretTarget[];
  /** A password that is being made: typed twice and judged. */
  readonly isNew?: boolean;
  readonly autoFocus?: boolean;
}

function lowest(targets: readonly SecretTarget[]): number | null {
  const told = targets.flatMap(({ attemptsLeft }) => (attemptsLeft === null ? [] : [attemptsLeft]));
  return told.length === 0 ? null : Math.min(...told);
}

interface PairProps {
  readonly draft: SecretsDraft;
  readonly slot: Slot;
  readonly label: string;
  readonly isNew: boolean;
  readonly attemptsLeft: number | null;
  readonly isLabelHidden?: boolean;
  readonly autoFocus?: boolean;
  readonly onValue?: (value: string) => void;
  readonly onPasteLines?: (lines: readonly string[]) => void;
}

/** The field, and for a new password the second one that must be the same. */
function Pair(props: PairProps) {
  const { draft, slot, label, isNew, onValue, onPasteLines } = props;
  const text = useText();
  const [wasLeft, setLeft] = useState(false);
  const differs = isNew && wasLeft && draft.unequal.has(slot);
  return (
    <div className={styles['pair']}>
      <PasswordField
        label={label}
        attemptsLeft={props.attemptsLeft}
        isLabelHidden={props.isLabelHidden ?? false}
        autoFocus={props.autoFocus ?? false}
        inputRef={(input) => draft.keepInput(slot, input)}
        onChange={(value) => {
          draft.set(slot, value);
          onValue?.(value);
        }}
        {...(onPasteLines === undefined ? {} : { onPasteLines })}
      />
      {isNew ? (
        <PasswordField
          label={text('ui/acts/secrets/repeat', { label })}
          isLabelHidden={props.isLabelHidden ?? false}
          error={differs ? text('ui/acts/secrets/differs') : undefined}
          onBlur={() => setLeft(true)}
          onChange={(value) => draft.setRepeat(slot, value)}
        />
      ) : null}
    </div>
  );
}

function EachDevice({ draft, targets, isNew = false }: SecretsFormProps) {
  const text = useText();
  const checker = usePasswordCheck();
  const ids = targets.map(({ device }) => device.id);
  return (
    <>
      <p className={styles['dim']}>{text('ui/acts/secrets/pasteList')}</p>
      <ul className={styles['each']} aria-label={text('ui/acts/secrets/each')}>
        {targets.map(({ device, attemptsLeft }) => (
          <li key={device.id} className={styles['eachLine']}>
            <DeviceName device={device} isInList />
            <Pair
              draft={draft}
              slot={device.id}
              isNew={isNew}
              isLabelHidden
              label={text('ui/acts/secrets/passwordOf', { device: refLabel(device) })}
              attemptsLeft={attemptsLeft}
              onPasteLines={(lines) => draft.fillFrom(ids, device.id, lines)}
              {...(isNew ? { onValue: checker.check } : {})}
            />
          </li>
        ))}
      </ul>
      {isNew ? <PasswordStrength result={checker.result} /> : null}
    </>
  );
}

function OneForAll(props: SecretsFormProps) {
  const { draft, targets, isNew = false, autoFocus = false } = props;
  const text = useText();
  const checker = usePasswordCheck();
  return (
    <>
      <Pair
        draft={draft}
        slot="all"
        isNew={isNew}
        label={
          draft.isSaved
            ? text('ui/vault/saved/others', { count: targets.length })
            : text(isNew ? 'ui/acts/secrets/newPassword' : 'ui/acts/secrets/password')
        }
        attemptsLeft={lowest(targets)}
        autoFocus={autoFocus}
        {...(isNew ? { onValue: checker.check } : {})}
      />
      {isNew ? <PasswordStrength result={checker.result} /> : null}
    </>
  );
}

/** One password for all, or one for each device. */
function Typed(props: SecretsFormProps) {
  const { draft, targets } = props;
  const text = useText();
  return (
    <>
      {targets.length < 2 ? null : (
        <Choice<'all' | 'each'>
          label={text('ui/acts/secrets/group')}
          value={draft.isEach ? 'each' : 'all'}
          onChange={(value) => draft.setEach(value === 'each')}
          options={[
            { id: 'all', label: text('ui/acts/secrets/same', { count: targets.length }) },
            { id: 'each', label: text('ui/acts/secrets/each') },
          ]}
        />
      )}
      {draft.isEach ? <EachDevice {...props} /> : <OneForAll {...props} />}
      <KeptAfterProof />
    </>
  );
}

const noIds: ReadonlySet<DeviceId> = new Set();

/** The saved passwords where there are some, else typed ones; a new password is always typed. */
export function SecretsForm(props: SecretsFormProps) {
  const { draft, targets, isNew = false } = props;
  const ids = targets.map(({ device }) => device.id);
  const saved = useSavedLogins(ids, !isNew);
  const { setSaved } = draft;
  // A new set each time; the draft keeps the one it has when nothing differs.
  useEffect(() => setSaved(saved.isLocked ? noIds : saved.ids));
  const rest = draft.isSaved
    ? targets.filter(({ device }) => !draft.saved.has(device.id))
    : targets;
  return (
    <div className={styles['secrets']}>
      <SavedChoice
        saved={saved}
        total={targets.length}
        isUsed={draft.isSaved}
        onUse={draft.setUseSaved}
      />
      {rest.length === 0 ? null : <Typed {...props} targets={rest} />}
    </div>
  );
}
