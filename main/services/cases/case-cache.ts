import { isResetKind } from '../../domain/cases/kinds.ts';
import { isClosed } from '../../domain/cases/state.ts';
import { type Applied, type CaseFile, newMemory } from '../../domain/cases/types.ts';

/** So long after a reset what is left to do (activate, read the cloud) is still seen by the tool. */
const afterMs = 14 * 86_400_000;

/** Whether sightings or deadlines can still change it. */
export function isLive({ view }: CaseFile, now: number): boolean {
  if (!isClosed(view)) return true;
  if (view.state !== 'done' || !isResetKind(view.kind) || view.closedAt === null) return false;
  const isLeft = view.steps.some(
    ({ id, state }) => state === 'todo' && (id === 'cloud-read' || id === 'activated-again'),
  );
  return isLeft && now - view.closedAt < afterMs;
}

/** The cases that something can still happen to, with what the watcher remembers of each. */
export class CaseCache {
  readonly #live = new Map<string, Applied>();

  get(id: string): Applied | undefined {
    return this.#live.get(id);
  }

  values(): Applied[] {
    return [...this.#live.values()];
  }

  /** The newest state of a case; the memory stays unless another one is given. */
  put(
    file: CaseFile,
    now: { readonly at: number; readonly order: number },
    memory?: Applied['memory'],
  ) {
    const { id } = file.view;
    if (!isLive(file, now.at)) {
      this.#live.delete(id);
      return;
    }
    const kept = memory ?? this.#live.get(id)?.memory ?? newMemory(now.order, now.at);
    this.#live.set(id, { file, memory: kept });
  }

  setMemory(id: string, memory: Applied['memory']): void {
    const live = this.#live.get(id);
    if (live !== undefined) this.#live.set(id, { ...live, memory });
  }

  /** Takes over what the store has now; cases that are not live there any more are dropped. */
  refresh(files: readonly CaseFile[], now: { readonly at: number; readonly order: number }): void {
    const ids = new Set(files.map(({ view }) => view.id));
    for (const id of this.#live.keys()) if (!ids.has(id)) this.#live.delete(id);
    for (const file of files) this.put(file, now);
  }
}
