import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../main/contract/errors.ts';
import { planSweep } from '../../../../main/services/sweep/plan-sweep.ts';

const none: ReadonlySet<string> = new Set();

describe('planSweep', () => {
  it.each([
    ['192.168.1.0/24', '192.168.1.0/24', 254, '192.168.1.1', '192.168.1.254'],
    ['192.168.1.77/24', '192.168.1.0/24', 254, '192.168.1.1', '192.168.1.254'],
    ['10.1.16.0/20', '10.1.16.0/20', 4094, '10.1.16.1', '10.1.31.254'],
    ['10.0.0.4/31', '10.0.0.4/31', 2, '10.0.0.4', '10.0.0.5'],
    ['10.0.0.4/30', '10.0.0.4/30', 2, '10.0.0.5', '10.0.0.6'],
    ['192.168.1.64', '192.168.1.64/32', 1, '192.168.1.64', '192.168.1.64'],
    ['192.0.0.64', '192.0.0.64/32', 1, '192.0.0.64', '192.0.0.64'],
    ['169.254.0.0/24', '169.254.0.0/24', 254, '169.254.0.1', '169.254.0.254'],
  ])('%s is %s with %s addresses', (text, cidr, count, first, last) => {
    const plan = planSweep(text, none);
    expect([plan.cidr, plan.addresses.length]).toEqual([cidr, count]);
    expect([plan.addresses[0], plan.addresses.at(-1)]).toEqual([first, last]);
  });

  it('leaves our own addresses out', () => {
    const plan = planSweep('10.0.0.0/29', new Set(['10.0.0.3']));
    expect(plan.addresses).toEqual(['1', '2', '4', '5', '6'].map((host) => `10.0.0.${host}`));
  });

  it.each([
    ['', 'input.bad-cidr'],
    ['camera', 'input.bad-cidr'],
    ['192.168.1.0/33', 'input.bad-cidr'],
    ['192.168.1.0/024', 'input.bad-cidr'],
    ['192.168.01.0/24', 'input.bad-cidr'],
    ['192.168.1.0-20', 'input.bad-cidr'],
    ['192.168.1.0/24/24', 'input.bad-cidr'],
    ['fe80::/64', 'input.bad-cidr'],
    ['8.8.8.0/24', 'input.public-range'],
    ['0.0.0.0/0', 'input.public-range'],
    ['172.16.0.0/11', 'input.public-range'],
    ['192.168.0.0/15', 'input.public-range'],
    ['192.0.0.0/23', 'input.public-range'],
    ['239.255.255.0/24', 'input.public-range'],
    ['255.255.255.255', 'input.public-range'],
    ['10.0.0.0/19', 'input.cidr-too-large'],
    ['10.0.0.0/8', 'input.cidr-too-large'],
  ])('refuses %s with %s', (text, code) => {
    let error: unknown;
    try {
      planSweep(text, none);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).code).toBe(code);
  });
});
