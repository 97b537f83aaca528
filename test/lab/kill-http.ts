import { httpJobs } from './kill-http-messages.ts';
import { killHttpOften } from './kill-http-run.ts';

/**
 * `node test/lab/kill-http.ts [kills] [devices] [seed]`: kills runs that go over HTTP with signal 9, so many of
 * each kind, restarts and resumes them, and counts. Exit 1 when anything was not as it should be.
 */

const [kills = 12, devices = 6, seed = 20_260_101] = process.argv.slice(2).map(Number);
let problems = 0;
for (const job of httpJobs) {
  const report = await killHttpOften({ job, kills, devices, seed });
  process.stdout.write(`${job}: ${JSON.stringify(report)}\n`);
  problems += report.problems.length;
}
process.exit(problems === 0 ? 0 : 1);
