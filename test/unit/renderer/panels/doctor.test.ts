import { describe, expect, it } from 'vitest';
import type { DoctorCheck } from '../../../../main/contract/network.ts';
import {
  firstToMend,
  reportOf,
  summaryOf,
} from '../../../../renderer/src/features/doctor/summary.ts';
import { textIn } from './text-in.ts';

const text = textIn('en');

function check(patch: Partial<DoctorCheck>): DoctorCheck {
  return {
    id: 'adapters',
    verdict: 'ok',
    finding: 'adapters-ok',
    advice: null,
    params: { on: 'eth0' },
    evidence: [],
    ...patch,
  };
}

const warning = check({
  id: 'vpn',
  verdict: 'warning',
  finding: 'vpn-on',
  advice: 'switch-vpn-off',
  params: { adapters: 'tun0' },
});
const problem = check({
  id: 'port-holder',
  verdict: 'problem',
  finding: 'port-closed',
  advice: 'close-other-program',
  params: { port: 37020 },
  evidence: ['bind EADDRINUSE'],
});

describe('the doctor in one sentence', () => {
  it('names the checks that need the operator', () => {
    expect(summaryOf([check({}), warning], text)).toBe('1 of 2 checks needs you: VPN.');
    expect(summaryOf([warning, problem], text)).toBe('2 of 2 checks need you: VPN, Port 37020.');
  });

  it('does not call it healthy when something is unknown', () => {
    const all = summaryOf([check({})], text);
    const unsure = summaryOf([check({}), check({ verdict: 'unknown' })], text);
    expect(all).toContain('Nothing stands between');
    expect(unsure).toContain('does not tell');
  });

  it('puts a problem before an earlier warning, and ignores what has no advice', () => {
    expect(firstToMend([warning, problem])).toBe(problem);
    expect(firstToMend([{ ...problem, advice: null }, warning])).toBe(warning);
    expect(firstToMend([check({})])).toBeUndefined();
  });

  it('copies verdict, finding, advice and evidence', () => {
    const report = reportOf([problem], text);
    expect(report).toContain('[Problem] Port 37020');
    expect(report).toContain('UDP port 37020 could not be opened');
    expect(report).toContain('What to do: Close SADP Tool');
    expect(report).toContain('    bind EADDRINUSE');
  });
});
