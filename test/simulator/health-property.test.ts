import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActsSite, trainingPassword } from '../helpers/acts-site.ts';
import { createMemoryVault } from '../helpers/memory-vault.ts';

const minute = 60_000;

/** What may happen at a site, in any order. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass'), minutes: fc.integer({ min: 10, max: 35 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('change-password'), index: fc.nat(1) }),
  },
  fc.record({ do: fc.constant('check'), index: fc.nat(1), isRight: fc.boolean() }),
  fc.record({ do: fc.constant('lock-vault'), isLocked: fc.boolean() }),
  fc.record({ do: fc.constant('power'), index: fc.nat(1), isUp: fc.boolean() }),
  fc.record({ do: fc.constant('wish'), index: fc.nat(1), isOn: fc.boolean() }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/**
 * The schedule moves by itself, so it must never be what locks a device: of its own accord it sends one
 * password that a device has not judged wrong before, and then none until a person proved a login.
 */
describe('the quiet schedule, whatever happens', () => {
  test('costs a device one try at most, until a person proves a login again', async () => {
    let looks = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 11 }), async (steps) => {
        const vault = createMemoryVault();
        const devices = [0, 1].map((index) => ({
          ...{ model: 'DS-2CD2143G2-I', address: `192.168.1.${30 + index}` },
        }));
        const site = await createActsSite({ devices, config: { vault } });
        const ids = await site.ids();
        /** Tries that the schedule cost since a login was proven last. */
        const spent = [0, 0];
        await site.ask('health.check', { ids, secrets: { all: trainingPassword } });

        /** Wrong passwords that the device counts. */
        const wrong = (index: number) => site.fleet.devices[index]?.state.lock.wrong ?? 0;
        let changes = 0;
        const run = async (one: Step): Promise<void> => {
          const index = 'index' in one ? one.index : 0;
          const [id, device] = [ids[index], site.fleet.devices[index]];
          if (id === undefined || device === undefined) throw new Error('no device');
          switch (one.do) {
            case 'pass': {
              if (!('minutes' in one)) return;
              const before = [0, 1].map(wrong);
              const from = site.http.sent.length;
              for (let passed = 0; passed < one.minutes; passed += 1) {
                await site.ask('discovery.probe', {});
                await site.clock.advance(minute);
              }
              const sent = site.http.sent.slice(from);
              looks += sent.length;
              for (const each of [0, 1]) {
                const cost = Math.max(0, wrong(each) - (before[each] ?? 0));
                refusals += cost;
                spent[each] = (spent[each] ?? 0) + cost;
                expect(spent[each]).toBeLessThanOrEqual(1);
              }
              if (vault.isLocked) expect(sent.filter(({ isSigned }) => isSigned)).toEqual([]);
              return;
            }
            case 'change-password': {
              changes += 1;
              // Somebody changed what the vault believes: the saved one is wrong from here on.
              vault.saved.set(id, { userName: 'admin', password: `Changed.${changes}x` });
              return;
            }
            case 'check': {
              if (!('isRight' in one)) return;
              const all = one.isRight ? trainingPassword : 'Not.right1';
              await site.ask('health.check', { ids: [id], secrets: { all } });
              if ((await site.rows())[index]?.login === 'proven') spent[index] = 0;
              return;
            }
            case 'lock-vault':
              if ('isLocked' in one) vault.isLocked = one.isLocked;
              return;
            case 'power':
              if ('isUp' in one) device.state.power = one.isUp ? 'up' : 'off';
              return;
            default:
              if ('isOn' in one) await site.ask('health.setOn', { ids: [id], isOn: one.isOn });
          }
        };
        for (const one of steps) await run(one);
        expect(
          site.fleet.devices.every(({ state }) => state.lock.wrong < state.lock.maxAttempts),
        ).toBe(true);
        await site.api.close();
      }),
      { numRuns: 20, seed: 42 },
    );
    // It did look, and it did meet refusals: otherwise this would prove nothing.
    expect(looks).toBeGreaterThan(100);
    expect(refusals).toBeGreaterThan(3);
  }, 120_000);
});
