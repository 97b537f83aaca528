import type { bookMethods } from '../contract/methods-book.ts';
import type { Core } from './core.ts';
import type { Handlers } from './dispatch.ts';

export type BookHandlers = Pick<Handlers, keyof typeof bookMethods>;

export function createBookHandlers({ book }: Core): BookHandlers {
  return {
    'book.add': (input) => book.add(input),
    'book.addFound': (input) => book.addFound(input),
    'book.edit': (input) => book.edit(input),
    'book.get': ({ id }) => book.get(id),
    'book.test': (input) => book.test(input),
    'book.merge': (input) => book.merge(input),
    'book.acceptDevice': ({ id }) => book.acceptDevice(id),
    'book.forget': ({ ids }) => {
      book.forget(ids);
      return {};
    },
    'book.readImport': ({ csv }) => book.readImport(csv),
    'book.import': (input) => book.import(input),
  };
}
