import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../main/contract/events.ts';
import type { FleetSnapshot } from '../../../main/contract/methods.ts';
import { startFeed } from '../../../renderer/src/state/feed.ts';
import { fakeTimers, id, settled } from './rows.ts';

function event(seq: number): AppEvent {
  return { seq, name: 'devices.changed', payload: { upserts: [], removed: [id(`r${seq}`)] } };
}

/** A host whose answers the test gives one by one. */
function setup() {
  const timers = fakeTimers();
  const answers: { resolve: (seq: number) => void; reject: () => void }[] = [];
  const log: string[] = [];
  let send: (event: AppEvent) => void = () => undefined;
  let connect: (isConnected: boolean) => void = () => undefined;
  const feed = startFeed({
    setTimer: timers.setTimer,
    transport: {
      call: () => Promise.reject(new Error('not used')),
      subscribe(listener) {
        send = listener;
        return () => undefined;
      },
      onConnection(listener) {
        connect = listener;
        return () => undefined;
      },
    },
    loadSnapshot: () =>
      new Promise<FleetSnapshot>((resolve, reject) => {
        answers.push({
          resolve: (seq) => resolve({ seq } as FleetSnapshot),
          reject: () => reject(new Error('no')),
        });
      }),
    onSnapshot: (snapshot) => log.push(`state ${snapshot.seq}`),
    onEvent: (one) => log.push(`event ${one.seq}`),
    onLive: (isLive) => log.push(isLive ? 'live' : 'lost'),
  });
  return {
    feed,
    log,
    timers,
    answers,
    send: (seq: number) => send(event(seq)),
    connect: (isConnected: boolean) => connect(isConnected),
    async answer(index: number, seq: number) {
      answers[index]?.resolve(seq);
      await settled();
    },
  };
}

describe('feed', () => {
  it('asks for the state before it lets changes through', async () => {
    const host = setup();
    host.connect(true);
    host.send(4);
    host.send(5);
    expect(host.log).toEqual([]);
    await host.answer(0, 4);
    expect(host.log).toEqual(['state 4', 'live', 'event 5']);
  });

  it('drops events that the snapshot already contains', async () => {
    const host = setup();
    host.connect(true);
    await host.answer(0, 10);
    host.send(9);
    host.send(10);
    host.send(11);
    expect(host.log).toEqual(['state 10', 'live', 'event 11']);
  });

  it('asks again after a hole and goes on from there', async () => {
    const host = setup();
    host.connect(true);
    await host.answer(0, 1);
    host.send(2);
    host.send(4);
    host.send(5);
    expect(host.answers).toHaveLength(2);
    await host.answer(1, 4);
    expect(host.log).toEqual(['state 1', 'live', 'event 2', 'state 4', 'live', 'event 5']);
  });

  it('asks a third time when what was held does not join the snapshot', async () => {
    const host = setup();
    host.connect(true);
    host.send(8);
    await host.answer(0, 5);
    expect(host.answers).toHaveLength(2);
    await host.answer(1, 8);
    host.send(9);
    expect(host.log.at(-1)).toBe('event 9');
  });

  it('says that the host is lost and takes the state anew when it is back', async () => {
    const host = setup();
    host.connect(true);
    await host.answer(0, 1);
    host.connect(false);
    host.send(2);
    host.connect(true);
    await host.answer(1, 7);
    expect(host.log).toEqual(['state 1', 'live', 'lost', 'state 7', 'live']);
  });

  it('tries again with a growing pause when the state is refused', async () => {
    const host = setup();
    host.connect(true);
    host.answers[0]?.reject();
    await settled();
    expect(host.log).toEqual(['lost']);
    host.timers.pass(299);
    expect(host.answers).toHaveLength(1);
    host.timers.pass(1);
    expect(host.answers).toHaveLength(2);
    host.answers[1]?.reject();
    await settled();
    host.timers.pass(599);
    expect(host.answers).toHaveLength(2);
    host.timers.pass(1);
    await host.answer(2, 3);
    expect(host.log.at(-1)).toBe('live');
  });

  it('asks once more when it was asked to while an answer was under way', async () => {
    const host = setup();
    host.connect(true);
    host.feed.resync();
    await host.answer(0, 1);
    expect(host.answers).toHaveLength(2);
  });

  it('is silent after stop', async () => {
    const host = setup();
    host.connect(true);
    host.feed.stop();
    await host.answer(0, 1);
    expect(host.log).toEqual([]);
  });
});
