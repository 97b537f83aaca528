import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PassphrasePause } from '../../../main/app/passphrase-pause.ts';
import { AppError } from '../../../main/contract/errors.ts';
import { silentLog } from '../../../main/ports/log.ts';
import { openStore } from '../../../main/store/open.ts';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.ts';
import { createMemoryLog } from '../../helpers/memory-log.ts';
import { tempFile } from '../vault/rig.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A process on a data folder: its own store, and a way to try a passphrase. */
function processOn(path: string, clock: FakeClock) {
  const { store } = openStore({ path, now: () => clock.now(), log: silentLog });
  onTestFinished(() => store.close());
  const pause = new PassphrasePause({ store: store.acts.passphraseTries, clock, log: silentLog });
  const attempt = async (open: () => Promise<void>): Promise<string> => {
    try {
      await pause.guard(open);
      return 'open';
    } catch (error) {
      if (!(error instanceof AppError)) return String(error);
      const seconds = 'seconds' in error.params ? ` ${String(error.params['seconds'])}` : '';
      return `${error.code}${seconds}`;
    }
  };
  return {
    wrong: () =>
      attempt(() => Promise.reject(new AppError('vault.not-opened', { box: 'passphrase' }))),
    right: () => attempt(() => Promise.resolve()),
    attempt,
    close: () => store.close(),
  };
}

/** A new process for one try, as a script over the command line makes them. */
async function oneProcess(path: string, clock: FakeClock, what: 'right' | 'wrong') {
  const one = processOn(path, clock);
  try {
    return await one[what]();
  } finally {
    one.close();
  }
}

async function wrongTimes(path: string, clock: FakeClock, times: number): Promise<void> {
  const answers = [];
  while (answers.length < times) {
    const answer = await oneProcess(path, clock, 'wrong');
    if (answer === 'vault.not-opened') answers.push(answer);
    else await clock.advance(1000);
  }
}

describe('the pause after wrong passphrases', () => {
  test('is the same for a script that starts a process for each try', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    const seconds: number[] = [];
    for (let tries = 0; tries < 18; tries += 1) {
      const answer = await oneProcess(path, clock, 'wrong');
      if (answer === 'vault.not-opened') continue;
      const wait = Number(/^vault\.wait (\d+)$/.exec(answer)?.[1]);
      // Right and wrong ones are refused alike while it lasts.
      expect(await oneProcess(path, clock, 'right')).toBe(answer);
      seconds.push(wait);
      await clock.advance(wait * 1000);
    }
    expect(seconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(await oneProcess(path, clock, 'right')).toBe('open');
    // The right one takes the count with it.
    await wrongTimes(path, clock, 2);
    expect(await oneProcess(path, clock, 'right')).toBe('open');
  });

  test('reaches a process that runs already', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    const window = processOn(path, clock);
    await wrongTimes(path, clock, 3);
    expect(await window.right()).toBe('vault.wait 1');
    await clock.advance(1000);
    expect(await window.right()).toBe('open');
  });

  test('cannot be passed by asking in several processes at once, nor by killing one', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    await wrongTimes(path, clock, 2);
    const first = processOn(path, clock);
    const second = processOn(path, clock);
    // It is killed before it can write down what came of it.
    void first.attempt(() => new Promise(() => undefined));
    expect(await second.wrong()).toBe('vault.wait 1');
    await clock.advance(1000);
    expect(await second.wrong()).toBe('vault.not-opened');
    expect(await second.right()).toBe('vault.wait 2');
  });

  test('several right ones at once do not hinder each other', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    await wrongTimes(path, clock, 1);
    const doors = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const answers = doors.map(({ promise }) => processOn(path, clock).attempt(() => promise));
    for (const { resolve } of doors) resolve();
    expect(await Promise.all(answers)).toEqual(['open', 'open', 'open', 'open']);
  });

  test('what is neither right nor wrong costs nothing', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    await wrongTimes(path, clock, 2);
    const one = processOn(path, clock);
    for (let times = 0; times < 5; times += 1) {
      expect(await one.attempt(() => Promise.reject(new Error('no memory')))).toContain(
        'no memory',
      );
    }
    expect(await one.wrong()).toBe('vault.not-opened');
    expect(await one.right()).toBe('vault.wait 1');
  });

  test('that cannot be noted does not hide how the try ended', async () => {
    const clock = createFakeClock();
    const log = createMemoryLog();
    const { store } = openStore({ path: tempFile(), now: () => 0, log: silentLog });
    const pause = new PassphrasePause({ store: store.acts.passphraseTries, clock, log });
    const wrong = new AppError('vault.not-opened', { box: 'passphrase' });
    const tried = pause.guard(() => {
      store.close();
      return Promise.reject(wrong);
    });
    await expect(tried).rejects.toBe(wrong);
    expect(log.lines.some(({ message }) => message.includes('could not be noted'))).toBe(true);
  });
});

describe('a clock that is set', () => {
  test('back shortens nothing, and locks nobody out for longer than the pause', async () => {
    const path = tempFile();
    const clock = createFakeClock();
    await wrongTimes(path, clock, 6);
    expect(await oneProcess(path, clock, 'right')).toBe('vault.wait 8');
    clock.jump(clock.now() - 400 * day);
    expect(await oneProcess(path, clock, 'right')).toBe('vault.wait 8');
    await clock.advance(5000);
    expect(await oneProcess(path, clock, 'right')).toBe('vault.wait 3');
    // What has passed already is not taken back.
    clock.jump(clock.now() - 400 * day);
    expect(await oneProcess(path, clock, 'right')).toBe('vault.wait 3');
    await clock.advance(3000);
    expect(await oneProcess(path, clock, 'right')).toBe('open');
  });

  test('forward does not end it in the program that runs', async () => {
    const clock = createFakeClock();
    const one = processOn(tempFile(), clock);
    for (let times = 0; times < 3; times += 1) await one.wrong();
    clock.jump(clock.now() + day);
    expect(await one.right()).toBe('vault.wait 1');
    clock.jump(clock.now() + day);
    await clock.advance(999);
    expect(await one.right()).toBe('vault.wait 1');
    await clock.advance(1);
    expect(await one.right()).toBe('open');
  });

  test('anyhow never makes it longer than a minute of running time', async () => {
    const step = fc.record({
      jump: fc.integer({ min: -1000 * day, max: 1000 * day }),
      wrong: fc.nat(4),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const path = ':memory:';
        const clock = createFakeClock();
        const one = processOn(path, clock);
        for (const { jump, wrong } of steps) {
          for (let times = 0; times < wrong; times += 1) await one.wrong();
          clock.jump(Math.max(0, clock.now() + jump));
          await one.wrong();
        }
        // Asked once, so that a clock that was set back is known; then only time has to pass.
        if ((await one.right()) === 'open') return;
        await clock.advance(minute);
        expect(await one.right()).toBe('open');
      }),
      { numRuns: 60 },
    );
  });
});
