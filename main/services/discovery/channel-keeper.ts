import type { Log } from '../../ports/log.ts';
import type { Channel, ChannelStatus, Datagram, Network } from '../../ports/network.ts';

export interface ChannelKeeperOptions {
  readonly network: Network;
  readonly log: Log;
  readonly group: string;
  readonly port: number;
  readonly onDatagrams: (batch: readonly Datagram[]) => void;
  readonly onChange: () => void;
}

/** Keeps one multicast service open over the chosen adapters. Its steps run one after the other. */
export class ChannelKeeper {
  readonly #options: ChannelKeeperOptions;
  #channel: Channel | null = null;
  #status: ChannelStatus | null = null;
  #wanted: readonly string[] = [];
  #isClosed = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(options: ChannelKeeperOptions) {
    this.#options = options;
  }

  get channel(): Channel | null {
    return this.#channel;
  }

  /** Datagrams can be sent and heard. */
  get isOpen(): boolean {
    return this.#channel !== null && this.#status?.mode !== 'closed';
  }

  /** `null` until the first attempt to open. */
  get status(): ChannelStatus | null {
    return this.#status;
  }

  /** Opens the channel, or changes its adapters. Never rejects: `status` tells what came of it. */
  ensure(adapterIds: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#channel === null || this.#status?.mode === 'closed') await this.#open(adapterIds);
      else if (!isSame(this.#wanted, adapterIds)) await this.#change(adapterIds);
    });
  }

  /** Opens again when the shared port is not ours, because its holder may be gone. */
  reclaim(adapterIds: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#status?.mode !== 'ephemeral') return;
      await this.#open(adapterIds);
    });
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return this.#enqueue(() => this.#drop());
  }

  async #open(adapterIds: readonly string[]): Promise<void> {
    await this.#drop();
    if (this.#isClosed) return;
    this.#wanted = [...adapterIds];
    try {
      const channel = await this.#options.network.openChannel({
        group: this.#options.group,
        port: this.#options.port,
        adapterIds,
        onDatagrams: (batch) => this.#options.onDatagrams(batch),
        onStatus: (status) => this.#take(status),
      });
      this.#channel = channel;
      this.#take(channel.status());
    } catch (cause) {
      this.#options.log.warn(() => `port ${this.#options.port} could not be opened`, {
        error: String(cause),
      });
      this.#take({ mode: 'closed', holder: null, adapters: [], oversize: 0 });
    }
  }

  async #change(adapterIds: readonly string[]): Promise<void> {
    this.#wanted = [...adapterIds];
    await this.#channel?.setAdapters(adapterIds);
    if (this.#channel !== null) this.#take(this.#channel.status());
  }

  async #drop(): Promise<void> {
    const channel = this.#channel;
    this.#channel = null;
    await channel?.close();
  }

  #take(status: ChannelStatus): void {
    this.#status = status;
    this.#options.onChange();
  }

  #enqueue(step: () => Promise<void>): Promise<void> {
    const run = this.#queue.then(step).catch((cause: unknown) => {
      this.#options.log.error(() => `channel ${this.#options.port}: step failed`, {
        error: String(cause),
      });
    });
    this.#queue = run;
    return run;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
