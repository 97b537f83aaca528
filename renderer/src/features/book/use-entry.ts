import { useCallback, useState } from 'react';
import type { BookAnswer } from '../../../../main/contract/book.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import { type Action, useAction } from '../../components/use-action.ts';
import { useApi } from '../../state/app-context.tsx';

type Edit = Omit<MethodInput<'book.edit'>, 'id'>;
type Test = Omit<MethodInput<'book.test'>, 'id'>;

export interface EntryState extends Pick<Action, 'run' | 'isBusy' | 'error'> {
  /** What the core last said of the entry; `null` before there is one. */
  readonly answer: BookAnswer | null;
  readonly put: (answer: BookAnswer) => void;
  readonly test: (input?: Test) => void;
  /** Changes the entry and tests it at once. */
  readonly editAndTest: (edit: Edit) => void;
  readonly merge: (into: BookAnswer['id']) => void;
  readonly accept: () => void;
}

/** One entry of the book while its dialog is open, with what can be done about it. */
export function useEntry(): EntryState {
  const api = useApi();
  const [answer, put] = useState<BookAnswer | null>(null);
  const { run, isBusy, error } = useAction();
  const id = answer?.id;
  const act = useCallback(
    (work: (id: BookAnswer['id']) => Promise<BookAnswer>) => {
      if (id === undefined) return;
      void run(async () => put(await work(id)));
    },
    [id, run],
  );
  return {
    ...{ answer, put, run, isBusy, error },
    test: (input = {}) => act((own) => api.call('book.test', { id: own, ...input })),
    editAndTest: (edit) =>
      act(async (own) => {
        put(await api.call('book.edit', { id: own, ...edit }));
        return api.call('book.test', { id: own });
      }),
    merge: (into) =>
      act(async (own) => {
        const merged = await api.call('book.merge', { id: own, into });
        const { entry } = await api.call('book.get', merged);
        if (entry === null) throw new Error('the merged device has no entry');
        return { id: merged.id, entry, question: null, password: 'none' };
      }),
    accept: () => act((own) => api.call('book.acceptDevice', { id: own })),
  };
}
