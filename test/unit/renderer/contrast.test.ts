import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

type Rgb = readonly [number, number, number];

const css = readFileSync(
  join(import.meta.dirname, '../../../renderer/src/styles/tokens.css'),
  'utf8',
)
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replaceAll('"', "'");

/** Declarations of every rule whose selector list names `selector`. */
function declarationsOf(selector: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    if (!selectors.split(',').some((one) => one.trim() === selector)) continue;
    for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+)\s*:\s*([^;]+);/g)) {
      found.set(name, value.trim());
    }
  }
  if (found.size === 0) throw new Error(`no rule for ${selector}`);
  return found;
}

function tokensOf(theme: string): Map<string, string> {
  return new Map([...declarationsOf(':root'), ...declarationsOf(`[data-theme='${theme}']`)]);
}

function colourOf(tokens: Map<string, string>, value: string): Rgb {
  const variable = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  if (variable !== undefined) {
    const next = tokens.get(variable);
    if (next === undefined) throw new Error(`${variable} is not defined`);
    return colourOf(tokens, next);
  }
  const mix = /^color-mix\(in srgb, (.+) (\d+)%, (.+)\)$/.exec(value);
  if (mix !== null) {
    const [, first = '', percent = '', second = ''] = mix;
    const part = Number(percent) / 100;
    const [a, b] = [colourOf(tokens, first), colourOf(tokens, second)];
    return [0, 1, 2].map((i) => (a[i] ?? 0) * part + (b[i] ?? 0) * (1 - part)) as unknown as Rgb;
  }
  const hex = /^#([0-9a-f]{6})$/.exec(value)?.[1];
  if (hex === undefined) throw new Error(`not a colour: ${value}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

/** WCAG 2 relative luminance. */
function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(theme: string, front: string, back: string): number {
  const tokens = tokensOf(theme);
  const [a, b] = [front, back].map((name) => luminance(colourOf(tokens, `var(${name})`)));
  const [light, dark] = [Math.max(a ?? 0, b ?? 0), Math.min(a ?? 0, b ?? 0)];
  return (light + 0.05) / (dark + 0.05);
}

const themes = ['light', 'dark', 'contrast'];
const backs = [
  '--surface',
  '--surface-raised',
  '--surface-sunken',
  '--row-hover',
  '--row-selected',
];
const states = [...tokensOf('light').keys()].filter((name) => name.startsWith('--state-'));
const pairs = (fronts: readonly string[]) =>
  themes.flatMap((theme) => fronts.flatMap((front) => backs.map((back) => [theme, front, back])));

describe('contrast of the tokens', () => {
  it('computes the ratio of black on white as 21', () => {
    expect(ratio('light', '--black', '--white')).toBeCloseTo(21, 5);
  });

  it('has a colour for every state of the design', () => {
    expect(states).toHaveLength(11);
  });

  it.each(pairs(['--text']))('%s: %s on %s is at least 7:1', (theme, front, back) => {
    expect(ratio(theme ?? '', front ?? '', back ?? '')).toBeGreaterThanOrEqual(7);
  });

  it.each(
    themes.flatMap((theme) =>
      ['--surface', '--surface-raised', '--surface-sunken'].map((back) => [theme, back]),
    ),
  )('%s: dim text on %s is at least 7:1', (theme, back) => {
    expect(ratio(theme ?? '', '--text-dim', back ?? '')).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(states))('%s: %s on %s is at least 4.5:1', (theme, front, back) => {
    expect(ratio(theme ?? '', front ?? '', back ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(states).filter(([theme]) => theme === 'contrast'))(
    '%s: %s on %s is at least 6:1',
    (theme, front, back) => {
      expect(ratio(theme ?? '', front ?? '', back ?? '')).toBeGreaterThanOrEqual(6);
    },
  );

  it.each(themes)('%s: words on filled buttons are at least 7:1', (theme) => {
    expect(ratio(theme, '--on-accent', '--accent-fill')).toBeGreaterThanOrEqual(7);
    expect(ratio(theme, '--on-danger', '--danger-fill')).toBeGreaterThanOrEqual(7);
  });

  it.each(themes)('%s: focus ring and edges of controls are at least 3:1', (theme) => {
    for (const back of ['--surface', '--surface-raised', '--row-selected']) {
      expect(ratio(theme, '--accent', back)).toBeGreaterThanOrEqual(3);
    }
    expect(ratio(theme, '--line-strong', '--surface')).toBeGreaterThanOrEqual(3);
    expect(ratio(theme, '--line-strong', '--surface-raised')).toBeGreaterThanOrEqual(3);
  });
});
