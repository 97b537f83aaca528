import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type JobHandlers = Pick<
  Handlers,
  | 'jobs.preflight'
  | 'jobs.list'
  | 'jobs.get'
  | 'jobs.pause'
  | 'jobs.resume'
  | 'jobs.cancel'
  | 'jobs.dismiss'
  | 'jobs.recheck'
  | 'audit.list'
  | 'audit.verify'
>;

/** Jobs whatever their kind, and the audit. Who starts a job of a kind is in `handlers-acts.ts`. */
export function createJobHandlers({ acts, chooser }: Core): JobHandlers {
  const { jobs, audit } = acts;
  return {
    'jobs.preflight': async ({ kind, ids }) => {
      const lines = await jobs.preflight(kind, ids);
      if (kind === 'unbind') chooser.noteLook(lines);
      return { lines };
    },
    'jobs.list': ({ limit }) => ({ jobs: jobs.list(limit) }),
    'jobs.get': ({ id }) => jobs.get(id),
    'jobs.pause': ({ id }) => jobs.pause(id),
    'jobs.resume': ({ id, secrets, override }) =>
      jobs.resume(id, given(secrets), override !== undefined),
    'jobs.cancel': ({ id }) => jobs.cancel(id),
    'jobs.dismiss': ({ id }) => {
      jobs.dismiss(id);
      return {};
    },
    'jobs.recheck': ({ id }) => jobs.recheck(id),
    'audit.list': (query) => audit.list(query),
    'audit.verify': () => audit.verify(),
  };
}

/** What a call brings, in the form jobs take it: an absent key stays absent. */
export function given(
  secrets: { all?: string | undefined; byDevice?: Record<string, string> | undefined } = {},
): { all?: string; byDevice?: Record<string, string> } {
  const { all, byDevice } = secrets;
  return {
    ...(all === undefined ? {} : { all }),
    ...(byDevice === undefined ? {} : { byDevice }),
  };
}
