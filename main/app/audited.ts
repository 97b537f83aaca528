import { AppError } from '../contract/errors.ts';
import type { MethodName } from '../contract/methods.ts';
import type { Core } from './core.ts';

type Params = Readonly<Record<string, string | number>>;

/** Runs something between two lines of the audit: who did it, and what became of it. */
export function audited({ acts }: Pick<Core, 'acts'>) {
  return async <T>(
    what: MethodName,
    run: () => T | Promise<T>,
    params: Params = {},
  ): Promise<T> => {
    acts.audit.write({ what, phase: 'begun', params });
    const end = (outcome: string): void =>
      acts.audit.write({ what, phase: 'finished', params: { ...params, outcome } });
    try {
      const data = await run();
      end('ok');
      return data;
    } catch (error) {
      end(error instanceof AppError ? error.code : 'failed');
      throw error;
    }
  };
}
