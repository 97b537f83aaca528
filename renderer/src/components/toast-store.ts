export interface ToastSpec {
  /** A finished sentence: what was done. */
  readonly text: string;
  /** Usually Undo. */
  readonly action?: { readonly label: string; readonly onAction: () => void };
  readonly durationMs?: number;
}

export interface ToastItem extends ToastSpec {
  readonly id: number;
}

const defaultMs = 8000;
const mostShown = 3;
let items: readonly ToastItem[] = [];
let lastId = 0;
const timers = new Map<number, number>();
const listeners = new Set<() => void>();

function set(next: readonly ToastItem[]): void {
  items = next;
  for (const listener of listeners) listener();
}

function startTimer(item: ToastItem): void {
  const timer = window.setTimeout(() => dismissToast(item.id), item.durationMs ?? defaultMs);
  timers.set(item.id, timer);
}

/** Shows a message at the bottom for a while; the oldest gives way to the fourth. */
export function showToast(spec: ToastSpec): number {
  lastId += 1;
  const item: ToastItem = { ...spec, id: lastId };
  for (const old of items.slice(0, Math.max(0, items.length + 1 - mostShown))) stopTimer(old.id);
  set([...items, item].slice(-mostShown));
  startTimer(item);
  return item.id;
}

function stopTimer(id: number): void {
  window.clearTimeout(timers.get(id));
  timers.delete(id);
}

export function dismissToast(id: number): void {
  stopTimer(id);
  if (items.some((item) => item.id === id)) set(items.filter((item) => item.id !== id));
}

/** Nothing vanishes while the pointer or the focus is on it. */
export function holdToasts(): void {
  for (const item of items) stopTimer(item.id);
}

export function releaseToasts(): void {
  for (const item of items) {
    if (!timers.has(item.id)) startTimer(item);
  }
}

export const toastStore = {
  get: () => items,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
