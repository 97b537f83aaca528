import { describe, expect, it } from 'vitest';
import type { HttpClient, HttpClientResult } from '../../../main/ports/http-client.ts';
import { LockoutGuard } from '../../../main/services/lockout/guard.ts';
import { httpTryOutcome, requestGuarded } from '../../../main/services/lockout/http-login.ts';
import { openStore } from '../../../main/store/open.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';
import { createFakeRandom } from '../../helpers/fake-random.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';

const trace = { address: '192.168.1.64', certificate: null };
const told = (attemptsLeft: number | null, lockMinutes: number | null = null) => ({
  ...{ attemptsLeft, lockMinutes, isLocked: lockMinutes !== null },
});
const ok = {
  ...trace,
  kind: 'ok',
  status: 200,
  headers: new Map(),
  body: new Uint8Array(),
} as const;
const wrong = (left: number | null) =>
  ({ ...trace, kind: 'wrong-password', told: told(left), signedRequests: 1 }) as const;

/** A client that signs so many times and then answers as told. */
function scripted(result: (signed: number) => HttpClientResult, signs: number): HttpClient {
  return {
    request: async ({ mayTry }) => {
      for (let done = 0; done < signs; done += 1) {
        if (mayTry?.(told(null)) === false) {
          return { ...trace, kind: 'held-back', told: told(null), signedRequests: done };
        }
      }
      return result(signs);
    },
  };
}

function makeGuard() {
  const clock = createFakeClock();
  const { store } = openStore({ path: ':memory:', now: clock.now, log: createMemoryLog() });
  const guard = new LockoutGuard({
    ...{ store: store.acts.lockouts, clock, random: createFakeRandom() },
    crypto: { fingerprint: (text) => Promise.resolve(text.length) },
    onChange: () => undefined,
  });
  const ask = (client: HttpClient, password = 'secret', isOverride = false) =>
    requestGuarded(
      {
        ...{ host: '192.168.1.64', port: 80, isTls: false, method: 'GET', path: '/x' },
        ...{ credentials: { user: 'admin', password }, timeoutMs: 1, maxBytes: 1 },
      },
      { guard, client, key: 'sn:A', isOverride },
    );
  return { clock, guard, ask };
}

describe('a login under the guard', () => {
  it('counts the tries that the device tells, and stops before the last two', async () => {
    const { guard, ask } = makeGuard();
    await ask(
      scripted(() => wrong(4), 1),
      'one',
    );
    expect(guard.view('sn:A').attemptsLeft).toBe(4);
    expect(
      await ask(
        scripted(() => wrong(2), 1),
        'one',
      ),
    ).toEqual({
      ...{ kind: 'guarded', reason: 'same-password' },
    });
    await ask(
      scripted(() => wrong(2), 1),
      'three',
    );
    const kept = await ask(
      scripted(() => wrong(1), 1),
      'fourth',
    );
    expect(kept).toEqual({ kind: 'guarded', reason: 'attempts-low' });
    const insisted = await ask(
      scripted(() => ({ ...ok, signedRequests: 1 }), 1),
      'fourth',
      true,
    );
    expect(insisted.kind).toBe('done');
    expect(guard.view('sn:A').attemptsLeft).toBeNull();
  });

  it('keeps a lock by the clock, also one told without a login', async () => {
    const { clock, guard, ask } = makeGuard();
    const locked = { ...trace, kind: 'locked', told: told(0, 30), signedRequests: 0 } as const;
    await ask(scripted(() => locked, 0));
    expect(guard.view('sn:A').lockedUntil).toBe(clock.now() + 1_800_000);
    expect(await ask(scripted(() => ok as never, 1))).toEqual({
      ...{ kind: 'guarded', reason: 'locked' },
    });
  });

  it('counts both signed requests where neither was judged', async () => {
    const { guard, ask } = makeGuard();
    await ask(scripted(() => ({ ...trace, kind: 'login-unclear', signedRequests: 2 }), 2));
    expect(guard.view('sn:A').attemptsLeft).toBe(3);
  });

  it('stops the second signed request where the first may have been one of the last', async () => {
    const { guard, ask } = makeGuard();
    await ask(
      scripted(() => wrong(3), 1),
      'one',
    );
    const result = await ask(
      scripted(() => ok as never, 2),
      'other',
    );
    expect(result).toEqual({ kind: 'guarded', reason: 'attempts-low' });
    expect(guard.view('sn:A').attemptsLeft).toBe(2);
  });

  it('counts nothing when nothing was signed', async () => {
    const { guard, ask } = makeGuard();
    const silent = { ...trace, kind: 'timeout', isSent: true, signedRequests: 0 } as const;
    await ask(scripted(() => silent, 0));
    expect(guard.view('sn:A').attemptsLeft).toBeNull();
  });

  it.each<[HttpClientResult['kind'], object, string]>([
    ['ok', { status: 200 }, 'right'],
    ['ok', { status: 403 }, 'right'],
    ['ok', { status: 401 }, 'none'],
    ['wrong-password', {}, 'wrong'],
    ['locked', {}, 'locked'],
    ['login-unclear', {}, 'possible'],
    ['timeout', { isSent: true }, 'possible'],
    ['timeout', { isSent: false }, 'none'],
    ['unreachable', { isSent: true }, 'possible'],
    ['certificate-changed', {}, 'none'],
    ['too-large', {}, 'possible'],
    ['not-http', {}, 'possible'],
  ])('%s %j is a try that is %s', (kind, more, outcome) => {
    expect(httpTryOutcome({ ...trace, kind, signedRequests: 1, ...more } as never)).toBe(outcome);
  });
});
