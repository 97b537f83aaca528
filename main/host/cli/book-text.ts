import type { BookAnswer, BookEntry, BookTest, ImportRow } from '../../contract/book.ts';
import type { Locale } from '../../contract/settings.ts';
import { texts } from '../../contract/text/index.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { refLabel } from './acts/named.ts';
import type { Context } from './context.ts';
import { table } from './table.ts';

function loginLines(test: BookTest, locale: Locale): readonly string[] {
  const words = texts[locale].book;
  const { attemptsLeft, lockedUntil, identity } = test;
  const minutes = lockedUntil === null ? 0 : Math.ceil((lockedUntil - Date.now()) / 60_000);
  const { model, serial } = identity ?? { model: null, serial: null };
  return [
    words.logins[test.login],
    ...(attemptsLeft === null ? [] : [interpolate(words.attemptsLeft, { attempts: attemptsLeft })]),
    ...(minutes <= 0 ? [] : [interpolate(words.lockedFor, { minutes })]),
    ...(identity === null
      ? []
      : [interpolate(words.identity, { model: model ?? '?', serial: serial ?? '?' })]),
  ];
}

/** A test as a person reads it: one line a step, up to the step that ended it. */
export function testText(entry: BookEntry, locale: Locale): string {
  const { test, host, httpPort: port } = entry;
  const words = texts[locale].book;
  if (test === null) return '';
  const address = test.address ?? host;
  const { fingerprint, pinned } = test.certificate;
  const params = { host, address, port, redirect: test.redirect ?? '?' };
  const name = interpolate(words.names[test.name], params);
  if (test.name === 'not-resolved' || test.name === 'not-lan') return name;
  const lines = [
    ...(test.name === 'not-needed' ? [] : [name]),
    interpolate(words.reaches[test.reach], params),
    ...(entry.isTls && fingerprint !== null
      ? [
          interpolate(words.certificates[test.certificate.state], {
            ...{ fingerprint, pinned: pinned ?? '-' },
          }),
        ]
      : []),
  ];
  if (test.reach !== 'open') return lines.join('\n');
  const { yes, no, unknown } = words.activations;
  const activation = test.activated === null ? unknown : test.activated ? yes : no;
  return [...lines, activation, ...loginLines(test, locale)].join('\n');
}

export function questionText({ question }: BookAnswer, locale: Locale): string | null {
  if (question === null) return null;
  const { questions } = texts[locale].book;
  return interpolate(questions[question.kind], { device: refLabel(question.other) });
}

/** Whether the test found what one hopes for; an entry without a password is not one that failed. */
export function isWellTested({ test }: BookEntry): boolean {
  if (test === null) return true;
  return test.reach === 'open' && (test.login === 'proven' || test.login === 'no-password');
}

/** Every line of a device file with what it would do. */
export function importTable(context: Context, rows: readonly ImportRow[]): string {
  const { locale, terminal } = context;
  const words = context.text.book;
  const { columnsShort, book } = texts[locale];
  const columns = [
    { title: words.line },
    { title: words.address, shrink: { rank: 3, floor: 12 } },
    { title: columnsShort.name, shrink: { rank: 2, floor: 8 } },
    { title: words.says, shrink: { rank: 1, floor: 20 } },
  ];
  const cells = rows.map(({ line, host, httpPort, name, problems }) => [
    String(line),
    httpPort === null ? host : `${host}:${httpPort}`,
    name ?? '',
    problems
      .map(({ code, detail }) => interpolate(book.importProblems[code], { detail }))
      .join('; ') || words.ready,
  ]);
  return table(columns, cells, terminal);
}
