import { ChevronDown, ChevronRight } from 'lucide-react';
import { useRef, useState } from 'react';
import type { CaseStep, CaseStepId, RecoveryCase } from '../../../../../main/contract/recovery.ts';
import { GuideLink } from '../../../components/GuideLink.tsx';
import { Mark } from '../../../components/StatusMark.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useAnnounce } from '../../../state/app-context.tsx';
import type { CaseProps } from '../CaseButtons.tsx';
import styles from '../cases.module.css';
import { evidenceWords } from '../model/evidence.ts';
import { currentStep, isOpenCase, leftSteps } from '../model/list.ts';
import { stepLook } from '../model/looks.ts';
import { type StepChoice, StepForm } from './StepForm.tsx';

/** Who says so, when, and what was seen. */
function Told({ step }: { readonly step: CaseStep }) {
  const text = useText();
  const format = useFormat();
  if (step.state === 'todo') return null;
  const by =
    step.by === 'app'
      ? text('ui/cases/step/byApp')
      : text('ui/cases/step/byPerson', { who: step.who ?? '?' });
  return (
    <span className={styles['dim']}>
      {by}
      {step.at === null ? null : `, ${format.dateTime(step.at)}`}
      {step.evidence === null ? null : (
        <span className={styles['evidence']}>
          {text('ui/cases/step/evidence', { evidence: evidenceWords(text, step) })}
        </span>
      )}
    </span>
  );
}

interface StepRowProps extends CaseProps {
  readonly step: CaseStep;
  readonly isCurrent: boolean;
  /** May be ticked: the case is open, or this is what it leaves to do. */
  readonly isToDo: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function useChange({ one, commands }: CaseProps, step: CaseStepId) {
  const text = useText();
  const announce = useAnnounce();
  return async ({ state, note, authorisedBy }: StepChoice): Promise<boolean> => {
    const { id } = one;
    const isDone = await commands.call((api) =>
      // Writing down who allowed it ticks its step by itself.
      authorisedBy === undefined
        ? api.call('cases.step', { id, step, state, ...(note === '' ? {} : { note }) })
        : api.call('cases.edit', { id, authorisedBy }),
    );
    if (isDone) {
      const words = {
        step: text(`cases/steps/${step}/title`),
        state: text(`cases/stepStates/${state}`),
      };
      announce(text('ui/cases/step/announced', words));
    }
    return isDone;
  };
}

function StepRow({ one, commands, step, isCurrent, isToDo, isOpen, onToggle }: StepRowProps) {
  const text = useText();
  const change = useChange({ one, commands }, step.id);
  const head = useRef<HTMLButtonElement>(null);
  const title = text(`cases/steps/${step.id}/title`);
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className={styles['step']} aria-current={isCurrent ? 'step' : undefined}>
      <button
        ref={head}
        type="button"
        className={styles['stepHead']}
        aria-expanded={isOpen}
        onClick={onToggle}
      >
        <Icon aria-hidden />
        <Mark
          {...stepLook(step)}
          word={
            step.state === 'todo' && !isToDo
              ? text('ui/cases/step/unnoted')
              : text(`cases/stepStates/${step.state}`)
          }
        />
        <span className={styles['stepTitle']}>{title}</span>
        <span className={styles['dim']}>
          {text(step.isWatched ? 'ui/cases/step/watched' : 'ui/cases/step/person')}
          {step.isOptional ? `, ${text('ui/cases/step/optional')}` : null}
        </span>
      </button>
      <div className={styles['stepBody']}>
        <Told step={step} />
        {isOpen || isCurrent ? <p>{text(`cases/steps/${step.id}/hint`)}</p> : null}
        {isOpen ? (
          <>
            <GuideLink code={step.id} />
            {isToDo ? (
              <StepForm
                step={step}
                isBusy={commands.isBusy}
                authorisedBy={one.authorisedBy}
                onChoose={async (choice) => {
                  // The pressed button goes away with its form; the keyboard stays at its step.
                  if (await change(choice)) head.current?.focus();
                }}
              />
            ) : null}
          </>
        ) : null}
      </div>
    </li>
  );
}

/** Open by itself: the step that is next, until the person opens or shuts one. */
function useOpenStep(one: RecoveryCase) {
  const left = isOpenCase(one) ? one.steps : leftSteps(one);
  const current = currentStep(left)?.id ?? null;
  const [chosen, setChosen] = useState<{
    readonly at: CaseStepId | null;
    readonly id: CaseStepId | null;
  } | null>(null);
  // What was opened by hand stays open; a step that is done gives way to the next one.
  const open = chosen === null || chosen.at !== current ? current : chosen.id;
  const toggle = (id: CaseStepId) => setChosen({ at: current, id: open === id ? null : id });
  return { left: new Set(left.map(({ id }) => id)), current, open, toggle };
}

/** The steps in the order they are done; the next one is open. */
export function Steps({ one, commands }: CaseProps) {
  const text = useText();
  const { left, current, open, toggle } = useOpenStep(one);
  return (
    <section>
      <h2>{text('ui/cases/step/title')}</h2>
      <ol className={styles['steps']}>
        {one.steps.map((step) => (
          <StepRow
            key={step.id}
            one={one}
            commands={commands}
            step={step}
            isCurrent={step.id === current}
            isToDo={left.has(step.id)}
            isOpen={step.id === open}
            onToggle={() => toggle(step.id)}
          />
        ))}
      </ol>
    </section>
  );
}
