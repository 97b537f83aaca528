import { useEffect, useRef, useState } from 'react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PasswordField } from '../../components/PasswordField.tsx';
import { Shape } from '../../components/shapes.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useIsConnected, useNow } from '../../state/app-context.tsx';
import { actionById } from '../devices/actions.ts';
import { useActionEffects } from '../devices/use-actions.ts';
import { SavedChoice } from '../vault/SavedChoice.tsx';
import type { EditBlock } from './model/blocked.ts';
import { fieldOf } from './model/fields.ts';
import styles from './network-edit.module.css';
import { ResultLine } from './ResultLine.tsx';
import type { NetworkFormState } from './use-network-form.ts';
import { blockWords, changeWords, problemWords } from './words.ts';

interface FooterProps {
  readonly row: DeviceRow;
  readonly form: NetworkFormState;
}

/** Why nothing can be changed now, with the button that mends it where there is one. */
function Blocked({ row, block }: { readonly row: DeviceRow; readonly block: EditBlock }) {
  const text = useText();
  const now = useNow();
  const effects = useActionEffects();
  const isLive = useIsConnected();
  const remedy = block.kind === 'inactive' ? actionById('activate') : undefined;
  const context = { targets: [row], cell: null, isLive };
  return (
    <div className={styles['blocked']} data-kind={block.kind}>
      <Shape name={block.kind === 'locked' ? 'padlock' : 'triangle'} />
      <div>
        <p>{blockWords(block, text, now)}</p>
        {remedy === undefined ? null : (
          <Button
            isSmall
            icon={<remedy.icon aria-hidden />}
            isDisabled={!remedy.isEnabled(context)}
            onPress={() => remedy.run(context, effects)}
          >
            {text(remedy.label, { count: 1 })}
          </Button>
        )}
      </div>
    </div>
  );
}

function Security({ row, form }: FooterProps) {
  const text = useText();
  const { result } = form;
  const isWrong = result?.item.verdict === 'wrong-password';
  // The last answer's tries are newer than the row's until the device has been read again.
  const told = isWrong && result !== null ? result.item.attemptsLeft : null;
  const left = told ?? row.attemptsLeft;
  const error = isWrong && form.password === '' ? text('ui/networkEdit/wrongPassword') : undefined;
  return (
    <form
      className={styles['security']}
      onSubmit={(event) => {
        event.preventDefault();
        form.send();
      }}
    >
      <h3>{text('ui/networkEdit/security')}</h3>
      <SavedChoice saved={form.saved} total={1} isUsed={form.isSaved} onUse={form.setSaved} />
      {form.isSaved ? null : (
        <PasswordField
          label={text('ui/networkEdit/password')}
          onChange={form.setPassword}
          attemptsLeft={left}
          inputRef={form.passwordRef}
          error={error}
        />
      )}
    </form>
  );
}

/** What is still missing comes under the keyboard when the button is pressed all the same. */
function focusMissing(form: NetworkFormState, pane: HTMLElement | null): void {
  if (form.missing === 'password') form.passwordRef.current?.focus();
  if (form.missing === 'consent') pane?.querySelector<HTMLElement>('footer label input')?.focus();
  const isTyping = form.missing === 'change' || form.missing === 'correction';
  if (!isTyping) return;
  const bad = pane?.querySelector<HTMLElement>('[aria-invalid="true"]');
  (bad ?? pane?.querySelector<HTMLElement>('[data-edit-first]'))?.focus();
}

/** The field that has to be corrected may be out of sight: it is named here with its problem. */
function Missing({ form }: { readonly form: NetworkFormState }) {
  const text = useText();
  const stop = form.problems.find(({ level }) => level === 'stop');
  if (form.block !== null || form.missing === null) return <span />;
  if (form.missing !== 'correction' || stop === undefined) {
    return <span role="status">{text(`ui/networkEdit/missing/${form.missing}`)}</span>;
  }
  const field = fieldOf(stop);
  const label = field === null ? '' : `${text(`networkFields/${field}`)}: `;
  return (
    <span role="status" className={styles['stop']}>
      <Shape name="cross" />
      <span>
        {label}
        {problemWords(stop, text)}
      </span>
    </span>
  );
}

/** The cautions once more beside the tick: nobody agrees to what he cannot see. */
function Consent({ form }: { readonly form: NetworkFormState }) {
  const text = useText();
  if (!form.needsConsent || form.block !== null) return null;
  return (
    <div className={styles['consent']}>
      {form.problems.map((problem) => (
        <p key={problem.code} className={styles['caution']}>
          <Shape name="triangle" />
          <span>{problemWords(problem, text)}</span>
        </p>
      ))}
      <Checkbox isSelected={form.hasConsent} onChange={form.setConsent}>
        {text('ui/networkEdit/consent')}
      </Checkbox>
    </div>
  );
}

/**
 * What the button does. Pressed while the values are still being checked, it waits for the answer: then it
 * sends, or shows what is missing. Whatever is typed meanwhile takes the press back.
 */
function usePress(form: NetworkFormState, pane: () => HTMLElement | null): () => void {
  const [waitsFor, setWaitsFor] = useState<NetworkFormState['typed'] | null>(null);
  const { missing, typed, block, send } = form;
  const act = () => {
    if (block === null && missing === null) send();
    else focusMissing(form, pane());
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (waitsFor === null || missing === 'check') return;
    setWaitsFor(null);
    if (waitsFor === typed) latest.current();
  }, [waitsFor, missing, typed]);
  return () => {
    if (missing === 'check') setWaitsFor(typed);
    else act();
  };
}

/** What is typed, what is missing, and the buttons. */
function Send({
  form,
  pane,
}: {
  readonly form: NetworkFormState;
  readonly pane: () => HTMLElement | null;
}) {
  const text = useText();
  const isReady = form.block === null && form.missing === null;
  const press = usePress(form, pane);
  const isTouched = form.changed.length > 0;
  const reset = () => {
    form.reset();
    // The pressed button goes away; the work goes on in the first field.
    pane()?.querySelector<HTMLElement>('[data-edit-first]')?.focus();
  };
  return (
    <>
      {isTouched ? (
        <div className={styles['missing']}>
          <Missing form={form} />
          <Button variant="quiet" isSmall onPress={reset}>
            {text('ui/networkEdit/reset')}
          </Button>
        </div>
      ) : null}
      <div className={styles['buttons']}>
        <Button
          variant={isReady ? 'primary' : 'plain'}
          isDisabled={form.block !== null}
          isBusy={form.action.isBusy}
          onPress={press}
        >
          {changeWords(form.change, text)}
        </Button>
      </div>
    </>
  );
}

/** Security verification and the button; it never scrolls away. */
export function FormFooter({ row, form }: FooterProps) {
  const foot = useRef<HTMLElement>(null);
  return (
    <footer ref={foot} className={styles['foot']}>
      {form.result === null ? null : <ResultLine row={row} result={form.result} />}
      {form.action.error === null ? null : <ErrorNotice error={form.action.error} />}
      {form.check.error === null ? null : <ErrorNotice error={form.check.error} />}
      <Consent form={form} />
      {form.block === null ? (
        <Security row={row} form={form} />
      ) : (
        <Blocked row={row} block={form.block} />
      )}
      <Send form={form} pane={() => foot.current?.parentElement ?? null} />
    </footer>
  );
}
