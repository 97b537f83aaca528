import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Import, importsOf, type SourceFile, sourcesIn } from './sources.ts';

interface Rule {
  /** Files it speaks about. */
  readonly area: RegExp;
  /** Project files they may import. Their own area is always allowed. */
  readonly files?: RegExp;
  /** Project files of which they may import types. */
  readonly types?: RegExp;
  readonly packages?: RegExp;
}

const none = /^$/;
const anyNode = /^node:/;

/** The dependency table of main/README.md. The first rule whose area fits a file is its rule. */
const rules: readonly Rule[] = [
  {
    // What the screen loads of the contract stays without zod.
    area: /^main\/contract\/((columns|ip|lists|result)\.ts$|text\/)/,
    types: /^main\/contract\//,
  },
  { area: /^main\/contract\//, packages: /^zod$/ },
  { area: /^main\/domain\//, files: /^main\/contract\// },
  { area: /^main\/protocol\//, types: /^main\/contract\//, packages: /^saxes$/ },
  { area: /^main\/ports\//, types: /^main\/contract\// },
  {
    // Which challenge to answer and what a refusal says is read by the codecs, between two sends.
    area: /^main\/adapters\/node\/http-client/,
    files: /^main\/(contract|ports|adapters\/node|protocol\/(http-digest|isapi))\//,
    packages: /^(node:.*|undici|digest-fetch)$/,
  },
  {
    area: /^main\/adapters\/node\//,
    files: /^main\/(contract|ports)\//,
    packages: /^(node:.*|undici)$/,
  },
  {
    area: /^main\/store\//,
    files: /^main\/(contract|domain|ports)\//,
    packages: /^(node:.*|better-sqlite3|zod)$/,
  },
  {
    area: /^main\/vault\//,
    files: /^main\/(contract|ports)\//,
    types: /^main\/store\//,
  },
  {
    area: /^main\/knowledge\//,
    files: /^main\/(contract|ports)\//,
    packages: /^(zod|yaml|minisearch)$/,
  },
  {
    area: /^main\/services\//,
    files: /^main\/(contract|domain|protocol|ports)\//,
    types: /^main\/store\//,
    packages: /^(fflate|papaparse|uqr|read-excel-file\/universal|write-excel-file(\/.*)?)$/,
  },
  {
    area: /^main\/simulator\/(sockets\.ts|device-crypto\.ts|training\/)/,
    files: /^main\/(contract|ports|protocol|simulator)\//,
    packages: anyNode,
  },
  { area: /^main\/simulator\//, files: /^main\/(contract|ports|protocol)\// },
  {
    area: /^main\/app\//,
    files: /^main\/(contract|domain|protocol|ports|store|vault|services|simulator|knowledge)\//,
    // The type of its issues, to say which field was wrong.
    packages: /^zod$/,
  },
  { area: /^main\/host\/launch\//, packages: anyNode },
  {
    area: /^main\/host\//,
    files: /^main\/(contract|ports|adapters|app|simulator|host)\//,
    packages: /^(node:.*|ws|commander|electron)$/,
  },
  { area: /^preload\//, types: /^(main\/contract|preload)\//, packages: /^electron$/ },
  {
    area: /^renderer\//,
    // At run time only what stands without zod: schemas are the core's, and would double the page.
    files: /^main\/contract\/(columns|ip|lists|result)\.ts$|^main\/contract\/text\//,
    types: /^(main\/contract|preload)\//,
    packages:
      /^(react(-dom)?(\/.*)?|react-aria-components(\/.*)?|react-i18next|i18next|lucide-react|markdown-to-jsx\/react|@tanstack\/react-(table|virtual)|@fontsource(-variable)?\/.*)$/,
  },
];

/** Packages that only some files of an area may import, whatever the area's rule says. */
const keepers: readonly { readonly name: RegExp; readonly only: RegExp }[] = [
  { name: /^electron$/, only: /^(main\/host\/electron|preload)\// },
  { name: /^better-sqlite3$/, only: /^main\/store\// },
  { name: /^digest-fetch$/, only: /^main\/adapters\/node\/http-client-sign\.ts$/ },
  { name: /^undici$/, only: /^main\/adapters\/node\/http-client/ },
  { name: /^fflate$/, only: /^main\/services\/(site-file|support|lib)\// },
  { name: /^read-excel-file/, only: /^main\/services\/lib\/workbook\.ts$/ },
  { name: /^uqr$/, only: /^main\/services\/qr\// },
  { name: /^ws$/, only: /^main\/host\/web\// },
  { name: /^commander$/, only: /^main\/host\/cli\// },
  { name: /^zod$/, only: /^main\/(contract|store|knowledge)\// },
  { name: /^(yaml|minisearch)$/, only: /^main\/knowledge\// },
];

const files = sourcesIn('main', 'preload', 'renderer');

function areaName(rule: Rule): string {
  return rule.area.source.replace(/[\\^]/g, '');
}

/** A project path for a relative import, the package's name for any other. */
function resolved(
  file: Pick<SourceFile, 'path'>,
  target: string,
): { isFile: boolean; name: string } {
  if (!target.startsWith('.')) return { isFile: false, name: target };
  const path = posix.join(dirname(file.path), target.split('?', 1)[0] ?? target);
  return { isFile: true, name: path };
}

function isAllowed(file: SourceFile, rule: Rule, { target, isType }: Import): boolean {
  const { isFile, name } = resolved(file, target);
  if (!isFile) return (rule.packages ?? none).test(name);
  if (rule.area.test(name) || (rule.files ?? none).test(name)) return true;
  return isType && (rule.types ?? none).test(name);
}

function violations(rule: Rule): readonly string[] {
  return files
    .filter((file) => rules.find((each) => each.area.test(file.path)) === rule)
    .flatMap((file) =>
      importsOf(file)
        .filter((each) => !isAllowed(file, rule, each))
        .map((each) => `${file.path} imports ${each.target}`),
    );
}

describe('who may import whom', () => {
  test.each(rules.map((rule) => [areaName(rule), rule] as const))('%s', (_name, rule) => {
    expect(violations(rule)).toEqual([]);
  });

  test('every file stands behind one of the walls', () => {
    const free = files.filter((file) => !rules.some((rule) => rule.area.test(file.path)));
    expect(free.map((file) => file.path)).toEqual([]);
  });

  test.each(keepers.map(({ name, only }) => [name.source, name, only] as const))(
    '%s has its keepers',
    (_name, name, only) => {
      const others = files
        .filter((file) => !only.test(file.path))
        .filter((file) =>
          importsOf(file).some(({ target, isType }) => !isType && name.test(target)),
        );
      expect(others.map((file) => file.path)).toEqual([]);
    },
  );

  test('the page takes no more languages than it shows', () => {
    const whole = /^main\/contract\/text\/(index|en|it|es)\.ts$|^renderer\/src\/i18n\/words-/;
    const keeper = /^renderer\/src\/i18n\/words(-\w+)?\.ts$/;
    const others = files
      .filter(({ path }) => path.startsWith('renderer/') && !keeper.test(path))
      .filter((file) =>
        importsOf(file).some(
          ({ target, isType }) => !isType && whole.test(resolved(file, target).name),
        ),
      );
    expect(others.map((file) => file.path)).toEqual([]);
  });

  test('the first screen takes no dialog and no other page', () => {
    const entry = /^renderer\/src\/(App|main|LiveRegions)\.tsx$/;
    const reached = new Set(files.map(({ path }) => path).filter((path) => entry.test(path)));
    for (const path of reached) {
      const file = files.find((each) => each.path === path);
      const statics = file === undefined ? [] : importsOf(file).filter((each) => !each.isDynamic);
      for (const { target, isType } of statics) {
        const { isFile, name } = resolved(file ?? { path }, target);
        if (isFile && !isType && name.startsWith('renderer/')) reached.add(name);
      }
    }
    const later = /^renderer\/src\/(later\/(dialogs|pages)\.tsx?|features\/.*(Dialogs|Page)\.tsx)$/;
    const first = /\/DevicesPage\.tsx$/;
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached].filter((path) => later.test(path) && !first.test(path))).toEqual([]);
  });

  test('an import names its file with the ending', () => {
    const bad = files.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('.') && !/\.(ts|tsx|css|cjs)$/.test(target))
        .map(({ target }) => `${file.path} imports ${target}`),
    );
    expect(bad).toEqual([]);
  });
});

describe('the reader of imports itself', () => {
  const read = (text: string) => importsOf({ path: 'x.ts', text, lines: 1 });

  test('sees every form', () => {
    const text = [
      "import { a } from './a.ts';",
      "import type { B } from './b.ts';",
      "import { type C,\n  type D } from './c.ts';",
      "import './d.ts';",
      "export { e } from './e.ts';",
      "const f = await import('./f.ts');",
      "// import { no } from './comment.ts';",
      "/* import './block.ts' */",
    ].join('\n');
    expect(read(text)).toEqual([
      { target: './a.ts', isType: false },
      { target: './b.ts', isType: true },
      { target: './c.ts', isType: true },
      { target: './e.ts', isType: false },
      { target: './d.ts', isType: false },
      { target: './f.ts', isType: false, isDynamic: true },
    ]);
  });
});
