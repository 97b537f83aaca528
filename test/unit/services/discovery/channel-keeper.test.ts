import { describe, expect, it } from 'vitest';
import type {
  Channel,
  ChannelOptions,
  ChannelStatus,
  Network,
} from '../../../../main/ports/network.ts';
import { ChannelKeeper } from '../../../../main/services/discovery/channel-keeper.ts';
import { createFleet } from '../../../../main/simulator/fleet.ts';
import { createMemoryNetwork } from '../../../../main/simulator/net.ts';
import { createFakeClock } from '../../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../../helpers/memory-log.ts';

/** A network whose channels keep the mode they were opened with, as real sockets do. */
function createRig() {
  const log = createMemoryLog();
  const steps: string[] = [];
  let next: ChannelStatus['mode'] | 'throws' = 'shared';
  const base = createMemoryNetwork({
    fleet: createFleet({ scenario: [] }),
    clock: createFakeClock(),
  });
  const openChannel = ({ adapterIds }: ChannelOptions): Promise<Channel> => {
    if (next === 'throws') return Promise.reject(new Error('EACCES'));
    const mode = next;
    steps.push(`open ${mode} ${adapterIds.join()}`);
    return Promise.resolve({
      status: () => ({ mode, holder: null, adapters: [], oversize: 0 }),
      setAdapters: (ids) => {
        steps.push(`set ${ids.join()}`);
        return Promise.resolve();
      },
      send: () => Promise.resolve(null),
      close: () => {
        steps.push('close');
        return Promise.resolve();
      },
    });
  };
  const network: Network = { ...base, openChannel };
  const keeper = new ChannelKeeper({
    ...{ network, log, group: '239.255.255.250', port: 37020 },
    onDatagrams: () => undefined,
    onChange: () => undefined,
  });
  return {
    ...{ keeper, steps, log },
    nextMode: (mode: typeof next) => {
      next = mode;
    },
  };
}

describe('ChannelKeeper', () => {
  it('opens once, then changes adapters only when they differ', async () => {
    const { keeper, steps } = createRig();
    expect([keeper.isOpen, keeper.status]).toEqual([false, null]);
    await keeper.ensure(['a']);
    await keeper.ensure(['a']);
    await keeper.ensure(['a', 'b']);
    expect(steps).toEqual(['open shared a', 'set a,b']);
    expect(keeper.isOpen).toBe(true);
  });

  it('opens again to get the shared port back, and leaves a shared one alone', async () => {
    const { keeper, steps, nextMode } = createRig();
    nextMode('ephemeral');
    await keeper.ensure(['a']);
    nextMode('shared');
    await keeper.ensure(['a']);
    expect(keeper.status?.mode).toBe('ephemeral');
    await keeper.reclaim(['a']);
    await keeper.reclaim(['a']);
    expect(keeper.status?.mode).toBe('shared');
    expect(steps).toEqual(['open ephemeral a', 'close', 'open shared a']);
  });

  it('tells a refusal as a closed port, logs it, and tries again', async () => {
    const { keeper, log, nextMode } = createRig();
    nextMode('throws');
    await keeper.ensure(['a']);
    expect([keeper.isOpen, keeper.status?.mode]).toEqual([false, 'closed']);
    expect(log.lines[0]).toMatchObject({ level: 'warn', fields: { error: 'Error: EACCES' } });
    nextMode('shared');
    await keeper.ensure(['a']);
    expect(keeper.isOpen).toBe(true);
  });

  it('runs its steps one after the other and opens nothing after closing', async () => {
    const { keeper, steps } = createRig();
    await Promise.all([keeper.ensure(['a']), keeper.ensure(['b']), keeper.close()]);
    await keeper.ensure(['c']);
    expect(steps).toEqual([]);
    const other = createRig();
    await other.keeper.ensure(['a']);
    await Promise.all([other.keeper.ensure(['b']), other.keeper.reclaim(['b'])]);
    await other.keeper.close();
    await other.keeper.ensure(['c']);
    expect(other.steps).toEqual(['open shared a', 'set b', 'close']);
  });
});
