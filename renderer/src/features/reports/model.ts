import type { AuditLine } from '../../../../main/contract/job.ts';
import { reportFormats } from '../../../../main/contract/lists.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';
import type { SitePreview } from '../../../../main/contract/report.ts';

type Making = MethodInput<'reports.make'>;
export type ReportKind = Making['kind'];
export type ReportFormat = Making['format'];
export type Side = 'mine' | 'theirs';
export type Choices = Readonly<Record<string, Readonly<Record<string, Side>>>>;

export const kinds: readonly ReportKind[] = [
  'handover-client',
  'handover-office',
  'inventory',
  'changes',
  'pre-visit',
];

/** CSV holds one table, so only what is one table is made as CSV. */
export function formatsOf(kind: ReportKind): readonly ReportFormat[] {
  const isOneTable = kind === 'inventory' || kind === 'changes';
  return isOneTable ? reportFormats : reportFormats.filter((format) => format !== 'csv');
}

export interface MadeReport {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly kind: string;
  readonly format: string;
  readonly site: string;
}

const mostShown = 10;

/** The last reports that were made, out of the audit; newest first. */
export function madeReports(lines: readonly AuditLine[]): MadeReport[] {
  return lines
    .filter(({ what, params }) => what === 'reports.make finished' && params['outcome'] === 'ok')
    .slice(0, mostShown)
    .map(({ seq, at, user, machine, params }) => ({
      ...{ seq, at, by: `${user}@${machine}` },
      kind: String(params['kind'] ?? ''),
      format: String(params['format'] ?? ''),
      site: String(params['site'] ?? ''),
    }));
}

/** What is taken where nobody chose: the newer; `null` where that is not known. */
export function usualSide(newer: Side | 'unknown'): Side | null {
  return newer === 'unknown' ? null : newer;
}

export function withChoice(
  choices: Choices,
  { key, field, side }: { readonly key: string; readonly field: string; readonly side: Side },
): Choices {
  return { ...choices, [key]: { ...choices[key], [field]: side } };
}

/** One side for every field. */
export function allOf({ conflicts }: Pick<SitePreview, 'conflicts'>, side: Side): Choices {
  return Object.fromEntries(
    conflicts.map(({ key, fields }) => [
      key,
      Object.fromEntries(fields.map(({ field }) => [field, side])),
    ]),
  );
}
