/**
 * The built page in Chromium before 10,000 live devices: first row, frames while they change, filter.
 *
 *   node test/bench/screen.ts [devices]
 *
 * The core runs in a process of its own, as it does for a user; its fleet answers in memory.
 */
import { fork } from 'node:child_process';
import { chromium, type Page } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../helpers/browser.ts';

const devices = Number(process.argv[2] ?? 10_000);
const changesPerSecond = 2_500;
const say = (text: string) => process.stdout.write(`${text}\n`);

interface Frames {
  readonly count: number;
  readonly seconds: number;
  readonly median: number;
  readonly p99: number;
  readonly worst: number;
  readonly over50: number;
}

/** Collects the distance between animation frames for a while. */
function frames(page: Page, seconds: number): Promise<Frames> {
  return page.evaluate(async (length) => {
    const gaps: number[] = [];
    const began = performance.now();
    let last = began;
    await new Promise<void>((done) => {
      const tick = (now: number) => {
        gaps.push(now - last);
        last = now;
        if (now - began < length * 1000) requestAnimationFrame(tick);
        else done();
      };
      requestAnimationFrame(tick);
    });
    const sorted = gaps.slice(1).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
    return {
      count: sorted.length,
      seconds: (last - began) / 1000,
      median: at(0.5),
      p99: at(0.99),
      worst: at(1),
      over50: sorted.filter((gap) => gap > 50).length,
    };
  }, seconds);
}

/** Milliseconds from the input event to the second frame after it, when the new rows are on screen. */
function typed(page: Page, text: string): Promise<number> {
  return page.evaluate(async (value) => {
    const field = document.querySelector<HTMLInputElement>('search input');
    if (field === null) throw new Error('no filter field');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const began = performance.now();
    set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - began;
  }, text);
}

function show(name: string, { count, seconds, median, p99, worst, over50 }: Frames): void {
  const rate = (count / seconds).toFixed(1);
  say(
    `${name.padEnd(34)} ${rate} frames/s, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms, over 50 ms: ${over50}`,
  );
}

async function main(): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === null) {
    say('no Chromium here: nothing measured');
    return;
  }
  const host = fork(new URL('./parts/live-host.ts', import.meta.url), [String(devices)]);
  const link = await new Promise<string>((done) =>
    host.once('message', (text) => done(String(text))),
  );
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const began = performance.now();
    await page.goto(link, { waitUntil: 'commit' });
    await page.locator('[role=grid] [role=gridcell]').first().waitFor();
    say(`first row on screen after opening   ${(performance.now() - began).toFixed(0)} ms`);
    const rowCount = await page.locator('[role=grid]').getAttribute('aria-rowcount');
    say(`rows in the table                   ${Number(rowCount) - 1}`);
    await page.waitForTimeout(2_000);
    show('at rest', await frames(page, 5));
    host.send({ changesPerSecond });
    await page.waitForTimeout(1_000);
    show(`${changesPerSecond} changes a second`, await frames(page, 15));
    const scroll = page.evaluate(async () => {
      const box = document.querySelector('[role=grid]')?.parentElement ?? null;
      const grid = document.querySelector('[role=grid]');
      const target = [grid, box].find((one) => one !== null && one.scrollHeight > one.clientHeight);
      for (let step = 0; step < 600; step += 1) {
        target?.scrollBy(0, 100);
        await new Promise((done) => requestAnimationFrame(done));
      }
    });
    show('… and scrolling 100 px a frame', await frames(page, 5));
    await scroll;
    const words = ['1', '10', '10.', '10.1', 'ds', 'ds-2', 'ds-2cd', 'inactive', 'zz', ''];
    const taken: number[] = [];
    for (const word of [...words, ...words]) {
      taken.push(await typed(page, word));
      await page.waitForTimeout(150);
    }
    const sorted = taken.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] ?? 0;
    say(
      `filter, input to rows on screen     median ${median.toFixed(1)} ms, worst ${(sorted.at(-1) ?? 0).toFixed(1)} ms`,
    );
  } finally {
    await browser.close();
    host.disconnect();
    host.kill();
  }
}

await main();
