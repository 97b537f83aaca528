import type { Command } from './handler.ts';
import { failed } from './proof.ts';

/** Blinks, so that somebody on a ladder sees which one it is. */
export const lamp: Command = {
  base: 'lamp',
  isChange: true,
  run: ({ view, request }) => {
    const action = request.elements.get('Action');
    if (action !== 'open' && action !== 'close') return failed;
    const apply = (): void => {
      view.state.isLampOn = action === 'open';
    };
    return { result: 'success', change: { apply, isAnnounced: false } };
  },
};
