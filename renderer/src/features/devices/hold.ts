const idleMs = 2000;

export interface HoldParts {
  readonly now: () => number;
  readonly setTimer: (run: () => void, ms: number) => unknown;
  /** The operator's hand is off: the order may be put right. */
  readonly onRelease: () => void;
}

/**
 * Whether the table must keep its order because the operator's hand is in it: while something is
 * edited or a menu is open; while the pointer rests on a table with selected rows; and for two seconds
 * after the last move or key otherwise.
 */
export interface Hold {
  isHeld(): boolean;
  setPointerOver(isOver: boolean): void;
  setSelecting(isSelecting: boolean): void;
  setBusy(isBusy: boolean): void;
  noteActivity(): void;
}

export function createHold(parts: HoldParts): Hold {
  let isOver = false;
  let isSelecting = false;
  let isBusy = false;
  let activeAt = Number.NEGATIVE_INFINITY;
  let isTimed = false;

  const isHeld = () =>
    isBusy ||
    (isOver && isSelecting) ||
    ((isOver || isSelecting) && parts.now() - activeAt < idleMs);

  const check = () => {
    if (!isHeld()) {
      parts.onRelease();
      return;
    }
    if (isTimed || isBusy || (isOver && isSelecting)) return;
    isTimed = true;
    parts.setTimer(
      () => {
        isTimed = false;
        check();
      },
      Math.max(0, activeAt + idleMs - parts.now()),
    );
  };

  return {
    isHeld,
    setPointerOver(value) {
      isOver = value;
      check();
    },
    setSelecting(value) {
      isSelecting = value;
      check();
    },
    setBusy(value) {
      isBusy = value;
      check();
    },
    noteActivity() {
      activeAt = parts.now();
      check();
    },
  };
}
