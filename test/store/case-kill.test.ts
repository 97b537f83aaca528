import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDb } from '../../main/store/sqlite.ts';
import { type Cut, dueBy, hour, moments, names, openAll, start } from './case-process.ts';
import { t0, tempFile } from './helpers.ts';

const childFile = join(import.meta.dirname, 'case-kill-child.ts');

/** `true` when it died at the write; it may have had fewer to do. */
async function runAndDie(path: string, now: number, { at, when }: Cut, what: 'look' | 'act') {
  const args = [childFile, path, String(now), String(at), when, what];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const [code, signal] = await once(child, 'exit');
  expect(code === 0 || signal === 'SIGKILL', `${code} ${signal}`).toBe(true);
  return signal === 'SIGKILL';
}

function look(path: string, now: number) {
  const db = openDb(path);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
  const life = start(path, now);
  onTestFinished(() => life.store.close());
  life.cases.start();
  const shown = life.cases.reminders();
  const cases = life.cases.list({ limit: 10 });
  life.cases.stop();
  const { audit } = life.store.acts;
  expect(audit.verify().isIntact).toBe(true);
  return { shown, cases, lines: audit.list({ limit: 500 }) };
}

test('processes killed at their writes around every deadline: no reminder lost or doubled, no state untold', async () => {
  const path = tempFile();
  openAll(path);
  let deaths = 0;
  for (const h of moments) {
    for (const at of [1, 3]) {
      for (const when of ['before', 'after'] as const) {
        const isDead = await runAndDie(path, t0 + h * hour - 3000, { at, when }, 'look');
        deaths += Number(isDead);
      }
    }
    const { shown, cases, lines } = look(path, t0 + h * hour + 4000);
    expect(names(shown).sort(), `${h} h`).toEqual(dueBy(h));
    // What the case says and the line that says who changed it are one write.
    for (const { id, state } of cases) {
      const own = lines.filter(({ params }) => params['case'] === id);
      expect(own[0]?.params['state']).toBe(state);
      expect(
        own.filter(
          ({ what, params }) => what.startsWith('case.tick') && params['state'] === 'expired',
        ),
      ).toHaveLength(state === 'expired' ? 1 : 0);
    }
  }
  expect(deaths).toBeGreaterThan(moments.length * 2);
}, 120_000);

test('killed while a request leaves again: its deadlines and its reminders fit each other', async () => {
  let deaths = 0;
  for (const at of [2, 4, 6]) {
    for (const when of ['before', 'after'] as const) {
      const path = tempFile();
      openAll(path);
      const now = t0 + 49 * hour;
      look(path, now);
      deaths += Number(await runAndDie(path, now, { at, when }, 'act'));
      const { shown, cases } = look(path, now + 8000);
      for (const { id, deadlines } of cases) {
        const told = shown.filter(({ caseId }) => caseId === id);
        const over = deadlines.filter(({ isOver }) => isOver).map((one) => one.id);
        expect(
          told
            .filter(({ level }) => level === 'over')
            .map(({ deadline }) => deadline)
            .sort(),
          `${at} ${when}`,
        ).toEqual(over.sort());
      }
    }
  }
  expect(deaths).toBe(6);
}, 60_000);
