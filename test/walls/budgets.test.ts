import { describe, expect, test } from 'vitest';
import { sourcesIn } from './sources.ts';

const total = (folder: string) => sourcesIn(folder).reduce((sum, file) => sum + file.lines, 0);

/** Tables of words and data are long by nature. */
const isTable = /\/(text|i18n)\/|\/contract\/text\/|\/simulator\/(models|scenarios)/;

describe('how long things may get', () => {
  test('the Electron host stays a thin carrier', () => {
    expect(total('main/host/electron')).toBeLessThanOrEqual(350);
  });

  test('the preload script stays readable in one look', () => {
    const script = sourcesIn('preload').find((file) => file.path === 'preload/index.ts');
    expect(script?.lines).toBeLessThanOrEqual(40);
  });

  test('no file is longer than 400 lines', () => {
    const long = sourcesIn('main', 'preload', 'renderer', 'test')
      .filter((file) => file.lines > 400 && !isTable.test(file.path))
      .map((file) => `${file.path}: ${file.lines}`);
    expect(long).toEqual([]);
  });
});
