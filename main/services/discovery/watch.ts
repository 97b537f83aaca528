import type { DiscoveryStatus } from '../../contract/network.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import type { AdapterInfo, Network } from '../../ports/network.ts';
import type { NoticeBoard } from './notice-board.ts';
import { rpFilterRisks } from './rp-filter.ts';
import { sadpPort } from './timing.ts';

/** How long without new losses until the notice about dropped datagrams goes away. */
const dropsQuietMs = 5 * 60_000;

export interface FloodStats {
  readonly refused: number;
}

/** Turns what is known about the network into notices. */
export class Watch {
  readonly #network: Network;
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #notices: NoticeBoard;
  #drops = { count: 0, at: 0 };

  constructor(options: { network: Network; clock: Clock; log: Log; notices: NoticeBoard }) {
    this.#network = options.network;
    this.#clock = options.clock;
    this.#log = options.log;
    this.#notices = options.notices;
  }

  /** The state of port and adapters. */
  judgeStatus(status: DiscoveryStatus): void {
    const { mode, holder } = status.port;
    const isTried = status.startedAt !== null;
    this.#set('port-closed', isTried && mode === 'closed', { port: sadpPort });
    this.#set('port-ephemeral', mode === 'ephemeral', { port: sadpPort, holder: holder ?? '?' });
    const usable = status.adapters.filter(
      (one) => one.enabled && one.state !== 'gone' && one.addresses.length > 0,
    );
    this.#set('no-adapter', isTried && usable.length === 0, {});
    // A cable that is not plugged in is no failure, and a closed port has its own notice.
    const failed = mode === 'closed' ? [] : usable.filter((one) => one.state === 'failed');
    for (const { id, name, problem } of failed) {
      this.#notices.raise({
        code: 'adapter-failed',
        key: id,
        level: 'warning',
        params: { adapter: name, problem: problem ?? '' },
      });
    }
    this.#notices.keepOnly('adapter-failed', new Set(failed.map(({ id }) => id)));
  }

  /** Cheap counters, looked at each second. */
  judgeCounters(flood: FloodStats | null): void {
    this.#set('flood', flood !== null, { refused: flood?.refused ?? 0 });
    const dropped = this.#network.droppedDatagrams() ?? 0;
    const now = this.#clock.now();
    if (dropped > this.#drops.count) {
      this.#drops = { count: dropped, at: now };
      this.#set('datagrams-dropped', true, { dropped });
    } else if (now - this.#drops.at > dropsQuietMs) {
      this.#notices.clear('datagrams-dropped');
    }
  }

  /** Slow to read on some systems: at the start and when adapters change. */
  async judgeFacts(adapters: readonly AdapterInfo[]): Promise<void> {
    try {
      const risks = rpFilterRisks(await this.#network.facts(), adapters) ?? [];
      for (const { adapter, name, value } of risks) {
        this.#notices.raise({
          code: 'rp-filter',
          key: adapter,
          level: 'warning',
          params: { adapter: name, value },
        });
      }
      this.#notices.keepOnly('rp-filter', new Set(risks.map(({ adapter }) => adapter)));
    } catch (cause) {
      this.#log.warn(() => 'network facts could not be read', { error: String(cause) });
    }
  }

  #set(
    code: 'port-closed' | 'port-ephemeral' | 'no-adapter' | 'flood' | 'datagrams-dropped',
    isTrue: boolean,
    params: Record<string, string | number>,
  ): void {
    if (!isTrue) {
      this.#notices.clear(code);
      return;
    }
    const level = code === 'port-closed' || code === 'no-adapter' ? 'problem' : 'warning';
    this.#notices.raise({ code, level, params });
  }
}
