import { createLaterPart } from './part.ts';

/** Every dialog, and the tabs of the pane that are made of the same forms. */
export const dialogs = createLaterPart(() => import('./dialogs.tsx'));

/** Every page but the list of devices. */
export const pages = createLaterPart(() => import('./pages.ts'));

/** Both, ahead of the first press. */
export function loadParts(): void {
  dialogs.load();
  pages.load();
}
