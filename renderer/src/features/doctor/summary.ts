import type { DoctorCheck } from '../../../../main/contract/network.ts';
import type { TextLookup } from '../../i18n/use-text.ts';

/** The check to act on first: a problem before a warning, the earlier before the later. */
export function firstToMend(checks: readonly DoctorCheck[]): DoctorCheck | undefined {
  const withAdvice = checks.filter(({ advice }) => advice !== null);
  return (
    withAdvice.find(({ verdict }) => verdict === 'problem') ??
    withAdvice.find(({ verdict }) => verdict === 'warning')
  );
}

export function findingOf(check: DoctorCheck, text: TextLookup): string {
  return text.any(`doctor/findings/${check.finding}`, check.params);
}

export function adviceOf(check: DoctorCheck, text: TextLookup): string | null {
  return check.advice === null ? null : text.any(`doctor/advice/${check.advice}`, check.params);
}

/** The whole run in one sentence. */
export function summaryOf(checks: readonly DoctorCheck[], text: TextLookup): string {
  const bad = checks.filter(({ verdict }) => verdict === 'problem' || verdict === 'warning');
  if (bad.length > 0) {
    return text('ui/doctor/summary', {
      count: bad.length,
      total: checks.length,
      names: bad.map(({ id }) => text(`doctor/checks/${id}`)).join(', '),
    });
  }
  const isUnsure = checks.some(({ verdict }) => verdict === 'unknown');
  return text(isUnsure ? 'ui/doctor/summaryUnknown' : 'ui/doctor/summaryOk');
}

/** Everything on the page as plain text, for a support message. */
export function reportOf(checks: readonly DoctorCheck[], text: TextLookup): string {
  const parts = checks.map((check) => {
    const advice = adviceOf(check, text);
    return [
      `[${text(`doctor/verdicts/${check.verdict}`)}] ${text(`doctor/checks/${check.id}`)}`,
      `  ${findingOf(check, text)}`,
      ...(advice === null ? [] : [`  ${text('ui/doctor/advice')} ${advice}`]),
      ...check.evidence.map((line) => `    ${line}`),
    ].join('\n');
  });
  return [summaryOf(checks, text), ...parts].join('\n\n');
}
