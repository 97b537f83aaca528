const focusable =
  'button:not([disabled]), input:not([disabled]), a[href], [tabindex="0"], [role="tab"]';

function controlOf(zone: HTMLElement): HTMLElement | null {
  return (
    zone.querySelector<HTMLElement>('[data-zone-focus]') ??
    zone.querySelector<HTMLElement>(focusable)
  );
}

/** Where the work goes on when what had the focus is gone: the list, or the first control of the page. */
export function catchLostFocus(): void {
  if (document.activeElement !== document.body) return;
  const main = document.querySelector<HTMLElement>('[data-zone="main"]');
  if (main !== null) controlOf(main)?.focus();
}

/** F6: the next area of the window, round and round; each remembers nothing but its first control. */
export function focusNextZone(by: 1 | -1): void {
  const zones = [...document.querySelectorAll<HTMLElement>('[data-zone]')];
  const current = zones.findIndex((zone) => zone.contains(document.activeElement));
  for (let step = 1; step <= zones.length; step += 1) {
    const from = current < 0 && by < 0 ? 0 : current;
    const zone = zones[(from + by * step + zones.length * step) % zones.length];
    const target = zone === undefined ? null : controlOf(zone);
    if (target === null) continue;
    target.focus();
    if (document.activeElement === target) return;
  }
}
