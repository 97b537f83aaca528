import { AppError } from '../contract/errors.ts';
import type { tableMethods } from '../contract/methods-table.ts';
import { fromBase64 } from '../protocol/base64.ts';
import { readTableBytes } from '../services/lib/table-bytes.ts';
import type { Handlers } from './dispatch.ts';

export type TableHandlers = Pick<Handlers, keyof typeof tableMethods>;

export function createTableHandlers(): TableHandlers {
  return {
    'table.read': ({ base64 }) => {
      const bytes = fromBase64(base64);
      if (bytes === null) throw new AppError('input.invalid', { fields: 'base64 (is not base64)' });
      return readTableBytes(bytes);
    },
  };
}
