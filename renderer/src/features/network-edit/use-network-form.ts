import { type RefObject, useRef, useState } from 'react';
import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { PlanProblem } from '../../../../main/contract/job.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { useIsConnected, useNow, useSession, useStore } from '../../state/app-context.tsx';
import { showJob } from '../jobs/use-jobs.ts';
import { type SavedLogins, useSavedLogins } from '../vault/SavedChoice.tsx';
import { editStoreOf, typedFor } from './edit-store.ts';
import { type EditBlock, editBlock } from './model/blocked.ts';
import { fieldOf, type NetworkField, type TextField, valuesOf } from './model/fields.ts';
import {
  type ChangeName,
  changedFields,
  editOf,
  localProblems,
  nameChange,
  nothingTyped,
  switchDhcp,
  type Typed,
  typeText,
} from './model/form.ts';
import { type DeviceResult, useDeviceResult } from './use-device-result.ts';
import { type NetworkCheck, useNetworkCheck } from './use-network-check.ts';

export interface NetworkFormState {
  readonly typed: Typed;
  readonly changed: readonly NetworkField[];
  readonly change: ChangeName;
  readonly problems: readonly PlanProblem[];
  readonly check: NetworkCheck;
  readonly block: EditBlock | null;
  /** What the vault has for this device, and whether that is used. */
  readonly saved: SavedLogins;
  readonly isSaved: boolean;
  readonly setSaved: (isSaved: boolean) => void;
  readonly password: string;
  readonly setPassword: (password: string) => void;
  /** The field that holds it; it keeps the focus when it is emptied. */
  readonly passwordRef: RefObject<HTMLInputElement | null>;
  readonly result: DeviceResult | null;
  /** The operator's word about the cautions that are shown now. */
  readonly hasConsent: boolean;
  readonly setConsent: (hasConsent: boolean) => void;
  readonly needsConsent: boolean;
  readonly action: Action;
  /** What is still missing before it can be sent, or `null`. */
  readonly missing: 'change' | 'correction' | 'check' | 'running' | 'consent' | 'password' | null;
  readonly type: (field: TextField, text: string) => void;
  readonly setDhcp: (isOn: boolean) => void;
  readonly reset: () => void;
  readonly send: () => void;
}

interface Given {
  readonly changed: readonly NetworkField[];
  readonly problems: readonly PlanProblem[];
  readonly isChecking: boolean;
  readonly isRunning: boolean;
  readonly hasConsent: boolean;
  readonly hasPassword: boolean;
}

function missingOf(given: Given): NetworkFormState['missing'] {
  if (given.changed.length === 0) return 'change';
  if (given.problems.some(({ level }) => level === 'stop')) return 'correction';
  if (given.isRunning) return 'running';
  if (given.isChecking) return 'check';
  if (given.problems.length > 0 && !given.hasConsent) return 'consent';
  return given.hasPassword ? null : 'password';
}

/** What the check found, without what the screen says already. */
function joined(local: readonly PlanProblem[], check: NetworkCheck): readonly PlanProblem[] {
  const fresh = check.problems.filter(
    (problem) =>
      problem.code !== 'no-change' &&
      !local.some((own) => own.code === problem.code && fieldOf(own) === fieldOf(problem)),
  );
  return [...local, ...fresh];
}

function isStop({ level }: PlanProblem): boolean {
  return level === 'stop';
}

/** The field that holds it empties itself without losing the keyboard. */
function usePassword() {
  const [password, setPassword] = useState('');
  const passwordRef = useRef<HTMLInputElement>(null);
  const clear = () => {
    setPassword('');
    if (passwordRef.current !== null) passwordRef.current.value = '';
  };
  return { password, setPassword, passwordRef, clear };
}

/** The saved password by itself, unless one was typed or somebody wants to. */
function useSavedOne(id: DeviceRow['id'], password: string) {
  const saved = useSavedLogins([id]);
  const [choice, setSaved] = useState<boolean | null>(null);
  const isThere = saved.ids.size > 0 && !saved.isLocked;
  return { saved, setSaved, isSaved: isThere && (choice ?? password === '') };
}

/** Consent is for the cautions that are shown; another caution asks again. */
function useConsent(problems: readonly PlanProblem[]) {
  const [given, setGiven] = useState<string | null>(null);
  const key = problems.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join();
  return {
    hasConsent: given === key,
    setConsent: (isGiven: boolean) => setGiven(isGiven ? key : null),
    needsConsent: problems.length > 0 && !problems.some(isStop),
  };
}

export function useNetworkForm(row: DeviceRow): NetworkFormState {
  const session = useSession();
  const store = editStoreOf(session);
  const typed = typedFor(useStore(store.drafts), row.id);
  const isLive = useIsConnected();
  const now = useNow();
  const secret = usePassword();
  const one = useSavedOne(row.id, secret.password);
  const action = useAction();
  const result = useDeviceResult(row.id);
  const values = valuesOf(row);
  const block = editBlock(row, { now, isLive });
  const changed = changedFields(values, typed);
  const local = localProblems(values, typed);
  const isAskable = block === null && changed.length > 0 && !local.some(isStop);
  const check = useNetworkCheck(row.id, isAskable ? editOf(values, typed) : null);
  const problems = joined(local, check);
  const change = nameChange(values, typed);
  const consent = useConsent(problems);
  const missing = missingOf({
    changed,
    problems,
    isChecking: check.isChecking,
    isRunning: (result?.item.state ?? 'done') !== 'done',
    hasConsent: consent.hasConsent,
    hasPassword: one.isSaved || secret.password !== '',
  });
  const send = () => {
    if (missing !== null || block !== null) return;
    void action.run(async () => {
      const edit = editOf(values, typed);
      const changes = [{ id: row.id, edit }];
      // Before the answer: the run may be over by the time it comes.
      store.markSent(row.id);
      const sent = session.client.call('network.set', {
        changes,
        // The vault answers for a device that is named nowhere.
        secrets: one.isSaved ? {} : { all: secret.password },
      });
      const job = await sent.catch((thrown: unknown) => {
        store.put(row.id, typed);
        throw thrown;
      });
      // The result stands in the pane, which an open drawer would cover on a low screen.
      showJob(session.jobs, job);
      session.jobs.drawer.set({ jobId: job.id, isOpen: false });
      secret.clear();
      consent.setConsent(false);
    });
  };
  return {
    typed,
    changed,
    change,
    problems,
    check,
    block,
    ...secret,
    ...one,
    result,
    ...consent,
    action,
    missing,
    type: (field, value) => store.put(row.id, typeText(values, typed, { field, text: value })),
    setDhcp: (isOn) => store.put(row.id, switchDhcp(values, typed, isOn)),
    reset() {
      store.put(row.id, nothingTyped);
      action.clearError();
    },
    send,
  };
}
