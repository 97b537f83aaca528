import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function readJson(path: string): Record<string, unknown> | null {
  if (!existsSync(path)) return null;
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

/** A runner that failed without a failed test (a file that does not load) counts as one failure. */
function withExit(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts, and each skipped test with its reason as far as the runner tells it. */
export interface ReasonedCounts extends Counts {
  readonly reasons: readonly string[];
}

interface VitestFile {
  readonly name: string;
  readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
}

/** Counts of a vitest run from its JSON report. A run that counted nothing has failed. */
export function vitestCounts(path: string, exitCode: number): ReasonedCounts {
  const report = readJson(path);
  if (report === null) return { ...none, failed: 1, reasons: [] };
  const number = (key: string) => Number(report[key] ?? 0);
  const counts = {
    passed: number('numPassedTests'),
    failed: number('numFailedTests'),
    skipped: number('numPendingTests') + number('numTodoTests'),
  };
  const isEmpty = counts.passed + counts.failed + counts.skipped === 0;
  const files = (report['testResults'] ?? []) as readonly VitestFile[];
  const reasons = files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
      .map(({ fullName }) => `${fullName} (${name})`),
  );
  return { ...withExit(counts, isEmpty ? 1 : exitCode), reasons };
}

interface Spec {
  readonly title: string;
  readonly tests: readonly {
    readonly status: string;
    readonly annotations: readonly { readonly type: string; readonly description?: string }[];
  }[];
}
interface Suite {
  readonly specs?: readonly Spec[];
  readonly suites?: readonly Suite[];
}

function specsOf(suite: Suite): readonly Spec[] {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}

/** Counts of a Playwright run from its JSON report. */
export function playwrightCounts(path: string, exitCode: number): ReasonedCounts {
  const report = readJson(path);
  if (report === null) return { ...none, failed: 1, reasons: [] };
  const stats = (report['stats'] ?? {}) as Record<string, number>;
  const counts = {
    passed: (stats['expected'] ?? 0) + (stats['flaky'] ?? 0),
    failed: stats['unexpected'] ?? 0,
    skipped: stats['skipped'] ?? 0,
  };
  const specs = ((report['suites'] ?? []) as readonly Suite[]).flatMap(specsOf);
  const reasons = specs.flatMap((spec) =>
    spec.tests
      .filter((each) => each.status === 'skipped')
      .map((each) => {
        const why = each.annotations.find((note) => note.type === 'skip')?.description;
        return `${spec.title}: ${why ?? 'no reason given'}`;
      }),
  );
  return { ...withExit(counts, exitCode), reasons };
}
