import type { Reason } from '../../contract/job.ts';
import type { AccountPassword, CredentialVault } from '../../ports/vault.ts';
import { type ItemHooks, refusalOf } from './item-commands.ts';

/**
 * How an item changes its device by another way than `Commands`: over HTTP. The same rules hold: it waits
 * for its password group, it is marked on the disk before the change leaves, and a reread changes nothing.
 */
export interface ItemDoor {
  readonly mode: 'run' | 'reread';
  /** The operator's word to go over the lockout guard's advice. */
  readonly isOverride: boolean;
  /**
   * Before the first request that carries a password. `null`: go on. A reason: this device must not send
   * now. Reading in a reread waits for nobody.
   */
  enter(): Promise<Reason | null>;
  /**
   * "Is being sent", durable when it returns; call right before the request that changes the device. A run
   * may need several such requests (the address, the ports, the restart): the first mark counts for all.
   * Returns whether it was the first.
   * @throws Error in a reread, or when another process took the job over
   */
  mark(): boolean;
  /** The first changing request did not leave after all. */
  unmark(): void;
  /** The device took the password of its group, or said that it is wrong. */
  word(word: 'right' | 'wrong'): void;
  /** The login was answered, or its time is over: the next of the group may send. */
  answered(): void;
  /** Keeps a password: `pending` before it is sent to the device as its new one. */
  offer(password: string | AccountPassword, state: 'pending' | 'proven'): Promise<void>;
  /** The one that was kept as pending and neither proven nor refused so far: what a reread may try. */
  pending(): Promise<AccountPassword | null>;
  /** The device said no to the pending one. */
  refused(): void;
  /** `none`: there is no vault. `locked`: there is one, and nothing can be kept in it now. */
  vault(): ReturnType<CredentialVault['state']>;
}

export function itemDoor(
  hooks: Omit<ItemHooks, 'note'>,
  kept: Pick<ItemDoor, 'vault' | 'offer' | 'pending' | 'refused'>,
): ItemDoor {
  let isMarked = false;
  let isIn = false;
  return {
    ...{ mode: hooks.mode, isOverride: hooks.isOverride, ...kept },
    async enter() {
      if (hooks.mode === 'reread' || isIn) return null;
      const refusal = await refusalOf(hooks);
      if (refusal !== null) return refusal.reason;
      isIn = true;
      return null;
    },
    mark() {
      if (hooks.mode === 'reread') throw new Error('a reread changes nothing');
      if (isMarked) return false;
      if (hooks.isSent()) throw new Error('this device was sent its command before');
      hooks.mark();
      isMarked = true;
      return true;
    },
    unmark() {
      if (!isMarked) return;
      hooks.unmark();
      isMarked = false;
    },
    word: (word) => hooks.onWord(word),
    answered: () => hooks.onAnswered(),
  };
}
