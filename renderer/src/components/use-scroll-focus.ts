import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Lets the keyboard into a box that scrolls and has nothing else to focus; without it, what is below
 * the edge cannot be read by keyboard. A box that shows everything is no stop on the way.
 */
export function useScrollFocus<E extends HTMLElement>(): RefObject<E | null> {
  const ref = useRef<E>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null) return;
    const look = () => {
      if (box.scrollHeight > box.clientHeight) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return ref;
}
