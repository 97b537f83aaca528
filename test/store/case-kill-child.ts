/**
 * The victim of `case-kill.test.ts`: looks after cases over a deadline and dies by signal 9 at its n-th write.
 * Started with the database's path, the time, the write, whether it still happens, and what a person does then.
 */

import { type Cut, type Process, start } from './case-process.ts';

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('nobody comes here');
}

/** Each open request leaves once more, and one of them gets a deadline of its own. */
function act({ cases, clock }: Process): void {
  for (const { id, kind } of cases.list({ isOpen: true, limit: 10 })) {
    cases.sendAgain(id);
    const deadline = 'portal-request' as const;
    if (kind === 'portal-reset') cases.setDeadline({ id, deadline, at: clock.now() + 60_000 });
  }
}

const [path = '', now = '0', at = '1', when = 'before', what = 'look'] = process.argv.slice(2);
const side: Cut['when'] = when === 'after' ? 'after' : 'before';
const life = start(path, Number(now), { cut: { at: Number(at), when: side }, die });
life.cases.start();
await life.clock.advance(6000);
life.cases.reminders();
if (what === 'act') act(life);
life.cases.stop();
life.store.close();
