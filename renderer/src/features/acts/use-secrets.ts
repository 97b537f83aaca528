import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeviceId } from '../../../../main/contract/device.ts';
import type { Secrets } from '../../../../main/contract/job.ts';

/** Which password a field is for: one device, or `all`. */
export type Slot = DeviceId | 'all';

/**
 * Passwords on their way from the fields to one call. The values stand in the fields and in a place
 * that is not React state; both are emptied when the dialog goes.
 */
export interface SecretsDraft {
  readonly isEach: boolean;
  readonly setEach: (isEach: boolean) => void;
  /** The vault's passwords are used where it has one; typed ones for the rest. */
  readonly isSaved: boolean;
  readonly setUseSaved: (isSaved: boolean) => void;
  /** Devices for which the open vault has one. */
  readonly saved: ReadonlySet<DeviceId>;
  readonly setSaved: (ids: ReadonlySet<DeviceId>) => void;
  readonly set: (slot: Slot, value: string) => void;
  readonly setRepeat: (slot: Slot, value: string) => void;
  /** Lets a field be filled from a pasted list. */
  readonly keepInput: (slot: Slot, input: HTMLInputElement | null) => void;
  /** One line for this device and one for each after it, in the order of `ids`. */
  readonly fillFrom: (ids: readonly DeviceId[], from: DeviceId, lines: readonly string[]) => void;
  readonly filled: ReadonlySet<Slot>;
  /** Slots whose repetition is not the same. */
  readonly unequal: ReadonlySet<Slot>;
  /** How many of these devices have a password now. */
  readonly countFor: (ids: readonly DeviceId[]) => number;
  /** What the call takes, read at the moment of the call. */
  readonly read: (ids: readonly DeviceId[]) => Secrets;
}

interface Places {
  readonly values: Map<Slot, string>;
  readonly repeats: Map<Slot, string>;
  readonly inputs: Map<Slot, HTMLInputElement>;
}

function emptyPlaces(): Places {
  return { values: new Map(), repeats: new Map(), inputs: new Map() };
}

function wipe({ values, repeats, inputs }: Places): void {
  for (const input of inputs.values()) input.value = '';
  values.clear();
  repeats.clear();
}

function isSameSet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

function useMarks(places: Places) {
  const [filled, setFilled] = useState<ReadonlySet<Slot>>(new Set());
  const [unequal, setUnequal] = useState<ReadonlySet<Slot>>(new Set());
  const look = useCallback(() => {
    const { values, repeats } = places;
    const full = new Set([...values].filter(([, value]) => value !== '').map(([slot]) => slot));
    const differ = new Set([...full].filter((slot) => values.get(slot) !== repeats.get(slot)));
    setFilled((old) => (isSameSet(old, full) ? old : full));
    setUnequal((old) => (isSameSet(old, differ) ? old : differ));
  }, [places]);
  return { filled, unequal, look };
}

/** Which devices have a saved password, and whether it is used: by itself, unless somebody types one. */
function useSavedOnes(places: Places) {
  const [saved, putSaved] = useState<ReadonlySet<DeviceId>>(new Set());
  const [choice, setChoice] = useState<boolean | null>(null);
  const setSaved = useCallback(
    (ids: ReadonlySet<DeviceId>) => {
      putSaved((old) => (isSameSet(old, ids) ? old : ids));
      // Who was quicker than the vault's answer goes on typing.
      const isTyping = [...places.values.values()].some((value) => value !== '');
      if (ids.size > 0) setChoice((old) => old ?? !isTyping);
    },
    [places],
  );
  return { saved, setSaved, setUseSaved: setChoice, isSaved: saved.size > 0 && choice !== false };
}

/** What the call takes: the vault answers for a device that is in neither place. */
function readFrom(
  { values }: Places,
  ids: readonly DeviceId[],
  how: Pick<SecretsDraft, 'isEach' | 'isSaved' | 'saved'>,
): Secrets {
  const all = values.get('all') ?? '';
  if (!how.isEach && !how.isSaved) return all === '' ? {} : { all };
  const typed = ids.flatMap((id) => {
    if (how.isSaved && how.saved.has(id)) return [];
    const value = how.isEach ? (values.get(id) ?? '') : all;
    return value === '' ? [] : [[id, value] as const];
  });
  return { byDevice: Object.fromEntries(typed) };
}

export function useSecrets(): SecretsDraft {
  const places = useRef(emptyPlaces()).current;
  const [isEach, setEach] = useState(false);
  const { filled, unequal, look } = useMarks(places);
  const { saved, setSaved, setUseSaved, isSaved } = useSavedOnes(places);
  useEffect(() => () => wipe(places), [places]);
  return useMemo(() => {
    const set = (slot: Slot, value: string) => {
      places.values.set(slot, value);
      look();
    };
    return {
      isEach,
      setEach,
      ...{ saved, setSaved, setUseSaved, isSaved },
      filled,
      unequal,
      set,
      setRepeat(slot, value) {
        places.repeats.set(slot, value);
        look();
      },
      keepInput(slot, input) {
        if (input === null) places.inputs.delete(slot);
        else places.inputs.set(slot, input);
      },
      fillFrom(ids, from, lines) {
        const start = Math.max(0, ids.indexOf(from));
        for (const [at, line] of lines.entries()) {
          const id = ids[start + at];
          const input = id === undefined ? undefined : places.inputs.get(id);
          if (id === undefined || input === undefined || line === '') continue;
          input.value = line;
          set(id, line);
        }
      },
      countFor(ids) {
        const has = (id: DeviceId) => (isSaved && saved.has(id)) || filled.has(isEach ? id : 'all');
        return ids.filter(has).length;
      },
      read: (ids) => readFrom(places, ids, { isEach, isSaved, saved }),
    };
  }, [places, isEach, filled, unequal, look, saved, setSaved, setUseSaved, isSaved]);
}
