import { killOften } from './kill-run.ts';

/**
 * `node test/lab/kill-two-hundred.ts [kills] [devices] [seed]`: kills an unbind run with signal 9 at
 * random points, restarts and resumes it, and counts. Exit 1 when anything was not as it should be.
 */

const [kills = 200, devices = 30, seed = 20_260_101] = process.argv.slice(2).map(Number);
const out = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const report = await killOften({ kills, devices, seed, say: out });
out('');
out(
  `kills -9            ${report.kills} (${report.atDatagram} at a datagram, ${report.atTime} by time)`,
);
out(`runs of ${devices} devices   ${report.runs}, restarted ${report.restarts} times`);
out(`in flight at death  ${report.inFlight} items, all read again`);
out(`items ended         ${report.items}: ${JSON.stringify(report.verdicts)}`);
out(
  `commands sent       ${report.commands}, to ${report.items} devices, none twice unless said below`,
);
out(`problems            ${report.problems.length}`);
out(`time                ${(report.ms / 1000).toFixed(1)} s`);
for (const problem of report.problems.slice(0, 20)) out(`  ${problem}`);
process.exit(report.problems.length === 0 ? 0 : 1);
