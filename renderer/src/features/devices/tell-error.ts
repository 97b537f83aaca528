import { wordsOf } from '../../components/ErrorNotice.tsx';
import { showToast } from '../../components/toast-store.ts';
import type { TextLookup } from '../../i18n/use-text.ts';
import { errorShapeOf } from '../../transport/client.ts';

/** Says on screen and aloud why something did not work. */
export function tellError(text: TextLookup, thrown: unknown): void {
  const { what, next } = wordsOf(errorShapeOf(thrown), text);
  showToast({ text: `${what} ${next}` });
}
