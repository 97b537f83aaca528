import type { bookMethods } from '../contract/methods-book.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';
import { notYet } from './not-yet.ts';

export type BookHandlers = Pick<Handlers, keyof typeof bookMethods>;

export function createBookHandlers(_core: Core): BookHandlers {
  return {
    'book.add': notYet,
    'book.addFound': notYet,
    'book.edit': notYet,
    'book.get': notYet,
    'book.test': notYet,
    'book.merge': notYet,
    'book.acceptDevice': notYet,
    'book.forget': notYet,
    'book.readImport': notYet,
    'book.import': notYet,
  };
}
