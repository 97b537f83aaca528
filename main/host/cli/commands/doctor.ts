import type { DoctorCheck } from '../../../contract/network.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { paint, type Style } from '../table.ts';
import { pad, printable, widthOf, wrap } from '../width.ts';

const styles: Readonly<Record<DoctorCheck['verdict'], Style>> = {
  ok: 'green',
  warning: 'yellow',
  problem: 'red',
  unknown: 'dim',
  'not-applicable': 'dim',
};

/** A text by its key; the key itself when an older or newer core names one we do not have. */
function byKey(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function checkText(context: Context, check: DoctorCheck): string {
  const { doctor } = texts[context.locale];
  const { hasColour, columns } = context.terminal;
  const width = Math.max(...Object.values(doctor.verdicts).map(widthOf));
  const verdict = paint(
    pad(doctor.verdicts[check.verdict], width),
    styles[check.verdict],
    hasColour,
  );
  const indent = ' '.repeat(width + 2);
  const finding = interpolate(byKey(doctor.findings, check.finding), check.params);
  const lines = [
    `${verdict}  ${doctor.checks[check.id]}`,
    wrap(printable(finding), indent, columns),
  ];
  if (check.advice !== null) {
    const advice = interpolate(byKey(doctor.advice, check.advice), check.params);
    lines.push(wrap(`→ ${printable(advice)}`, indent, columns));
  }
  const isSilent = check.verdict === 'ok' || check.verdict === 'not-applicable';
  for (const line of isSilent ? [] : check.evidence) {
    lines.push(
      paint(`${indent}${context.text.doctor.evidence} ${printable(line)}`, 'dim', hasColour),
    );
  }
  return lines.join('\n');
}

/** `doctor`: exit code 1 when one of the checks found a problem. */
export function doctor(context: Context): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const result = await ask(api, 'doctor.run', {});
    const isClean = result.checks.every((check) => check.verdict !== 'problem');
    const hasWarning = result.checks.some((check) => check.verdict === 'warning');
    const { clean, warned } = context.text.doctor;
    const lines = result.checks.map((check) => checkText(context, check));
    return {
      data: result,
      human: [...lines, ...(isClean ? ['', hasWarning ? warned : clean] : [])].join('\n'),
      code: isClean ? exitCodes.well : exitCodes.itemFailed,
    };
  });
}
