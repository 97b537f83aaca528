import { useCallback, useRef } from 'react';

/**
 * The focus goes back to a part when the form in it goes away with the button that was pressed. The part
 * takes `ref` and `tabIndex={-1}`.
 */
export function useWayBack() {
  const ref = useRef<HTMLElement>(null);
  const back = useCallback(() => ref.current?.focus(), []);
  return { ref, back };
}
