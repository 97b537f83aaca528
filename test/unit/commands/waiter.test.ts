import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SadpMessage } from '../../../main/protocol/sadp/messages.ts';
import { type Expectation, type Waited, Waiter } from '../../../main/services/commands/waiter.ts';
import type { HeardMessage } from '../../../main/services/discovery/listener.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

const uuid = '0F6B7E52-6A0C-4D3B-9D7C-2B6B3F0A1C11';
const mac = '44:47:cc:00:00:77';
const own = '192.168.1.70';
const expected: Expectation = {
  ...{ uuid, types: 'ezvizUnbind', mac, graceMs: 120, isStrict: false },
  isOwn: (address) => address === own,
};
const timeoutMs = 10_000;

interface Reply {
  readonly root: SadpMessage['root'];
  readonly uuid: string | null;
  readonly types: string | null;
  readonly rawMac: string | null;
  readonly mac: string | null;
  readonly result: string | null;
  readonly from: string;
  readonly atMs: number;
}

const right: Reply = {
  ...{ root: 'ProbeMatch', uuid, types: 'ezvizUnbind', rawMac: '44-47-CC-00-00-77', mac },
  ...{ result: 'success', from: own, atMs: 50 },
};

function heard(reply: Reply): HeardMessage {
  const { root, types, rawMac, result, from, atMs } = reply;
  return {
    message: {
      ...{ root, types, rawMac, result, uuid: reply.uuid, mac: reply.mac },
      ...{ fields: {}, extra: new Map(), notes: [] },
    },
    ...{ fromAddress: from, adapter: 'eth0', at: atMs, isDescription: false, sweepAddress: null },
  };
}

/** Sends at time 0, lets the replies arrive at their times, and tells what came of it. */
async function outcomeOf(
  replies: readonly Reply[],
  rules: Partial<Expectation> = {},
): Promise<Waited> {
  const clock = createFakeClock();
  const waiter = new Waiter(clock);
  const pending = waiter.expect({ ...expected, ...rules }).arm(timeoutMs);
  let outcome: Waited | null = null;
  void pending.then((waited) => {
    outcome = waited;
  });
  for (const reply of [...replies].sort((a, b) => a.atMs - b.atMs)) {
    clock.after(reply.atMs, () => waiter.offer(heard(reply)));
  }
  await clock.advance(60_000);
  if (outcome === null) throw new Error('it never ended');
  return outcome;
}

const atMs = fc.integer({ min: 0, max: 20_000 });
/** Replies that are wrong in one way or more, all of them saying "success". */
const wrong: fc.Arbitrary<Reply> = fc
  .record({
    patch: fc.oneof(
      fc.constantFrom<Partial<Reply>>(
        { root: 'Probe' },
        { root: 'Hello' },
        { root: 'Bye' },
        { uuid: null },
        { uuid: uuid.toLowerCase() },
        { uuid: '11111111-2222-4333-8444-555555555555' },
        { types: null },
        { types: 'ezvizunbind' },
        { types: 'ezvizUnbind_v31' },
        { types: 'inquiry' },
        { mac: '44:47:cc:00:00:78', rawMac: '44-47-cc-00-00-78' },
        { mac: null, rawMac: 'rubbish' },
        { result: null },
        { result: '' },
        { from: '192.168.1.200' },
      ),
      fc.uuid().map((other) => ({ uuid: other.toUpperCase() })),
    ),
    atMs,
  })
  .map(({ patch, atMs: at }) => ({ ...right, ...patch, atMs: at }));

describe('what counts as the answer', () => {
  test('only what fits in every point, however the wrong ones are mixed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wrong, { maxLength: 12 }), async (replies) => {
        const { kind } = await outcomeOf(replies);
        expect(['silent', 'foreign-sender']).toContain(kind);
      }),
      { numRuns: 300 },
    );
  });

  test('the right one is found among the wrong ones, unless another denies it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(wrong, { maxLength: 8 }),
        fc.integer({ min: 0, max: 9_900 }),
        async (replies, at) => {
          const waited = await outcomeOf([...replies, { ...right, atMs: at }]);
          expect(waited).toMatchObject({ kind: 'reply', message: { result: 'success' } });
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a late one never counts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(wrong, { maxLength: 5 }),
        fc.integer({ min: 10_001, max: 50_000 }),
        async (replies, at) => {
          const { kind } = await outcomeOf([...replies, { ...right, atMs: at }]);
          expect(kind).not.toBe('reply');
        },
      ),
      { numRuns: 100 },
    );
  });

  test('the same twice is one; anything else within the grace is a conflict', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 0, max: 119 }),
        fc.constantFrom('success', 'failed', 'PasswordError', 'Success', 'denied'),
        async (at, gap, result) => {
          const second = { ...right, result, atMs: at + gap };
          const { kind } = await outcomeOf([{ ...right, atMs: at }, second]);
          expect(kind).toBe(result === 'success' ? 'reply' : 'conflict');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('the MAC may be absent, and in any spelling', async () => {
    expect(await outcomeOf([{ ...right, mac: null, rawMac: null }])).toMatchObject({
      kind: 'reply',
    });
  });

  test('an answer before the time begins counts too', async () => {
    const clock = createFakeClock();
    const waiter = new Waiter(clock);
    const waiting = waiter.expect(expected);
    waiter.offer(heard(right));
    const pending = waiting.arm(timeoutMs);
    await clock.advance(200);
    expect(await pending).toMatchObject({ kind: 'reply' });
  });

  test('nothing is left behind', async () => {
    const clock = createFakeClock();
    const waiter = new Waiter(clock);
    const pending = waiter.expect(expected).arm(timeoutMs);
    waiter.forget(uuid);
    waiter.offer(heard(right));
    expect(await pending).toEqual({ kind: 'silent' });
    expect(waiter.size).toBe(0);
    expect(clock.pending).toBe(0);
  });
});

describe('an answer that a secret would be made for', () => {
  const strict = { isStrict: true, graceMs: 300 };
  const stranger = { ...right, from: '192.168.1.200' };

  test('from a stranger alone: told at once', async () => {
    expect((await outcomeOf([stranger], strict)).kind).toBe('foreign-sender');
  });

  test.each([
    ['first', 10, 60],
    ['second', 60, 10],
  ])(
    'from a stranger and the device, the stranger %s: even the same words are too many',
    async (...row) => {
      const [, strangerAt, deviceAt] = row;
      const replies = [
        { ...stranger, atMs: strangerAt },
        { ...right, atMs: deviceAt },
      ];
      expect((await outcomeOf(replies, strict)).kind).toBe('conflict');
    },
  );
});
