/**
 * What opening the vault costs, with the right and with a wrong passphrase, and what a full one costs to
 * read. Run: node test/bench/vault.ts [rounds]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../main/adapters/node/clock.ts';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { createPassphraseBox } from '../../main/adapters/node/passphrase-box.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { systemVaultCrypto } from '../../main/adapters/node/vault-crypto.ts';
import { deviceId } from '../../main/contract/device.ts';
import { silentLog } from '../../main/ports/log.ts';
import { openStore } from '../../main/store/open.ts';
import { Vault } from '../../main/vault/vault.ts';

const rounds = Number(process.argv[2] ?? 21);
const deviceCount = 254;
const right = 'seven blue ladders';
const print = (line: string) => process.stdout.write(`${line}\n`);
const folder = mkdtempSync(join(tmpdir(), 'untether-bench-'));
const { store } = openStore({ path: join(folder, 'u.db'), now: Date.now, log: silentLog });
const vault = new Vault({
  store: store.acts.credentials,
  crypto: systemVaultCrypto,
  sealer: systemCrypto,
  random: systemRandom,
  clock: systemClock,
  log: silentLog,
  names: () => null,
  idleMinutes: null,
});
const boxOf = (passphrase: string) => createPassphraseBox({ passphrase });

async function timed(run: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await run();
  return performance.now() - startedAt;
}

function report(name: string, times: readonly number[]): void {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  print(`  ${name.padEnd(34)} median ${at(0.5).padStart(7)} ms   p5 ${at(0.05)}   p95 ${at(0.95)}`);
}

async function isOpened(passphrase: string): Promise<boolean> {
  try {
    await vault.unlock(boxOf(passphrase));
    return true;
  } catch {
    return false;
  }
}

print(
  `Node ${process.version}, scrypt N=2^17 r=8 p=1, ${deviceCount} credentials, ${rounds} rounds`,
);
await vault.init(boxOf(right));
const devices = Array.from({ length: deviceCount }, (_, index) => deviceId.parse(`d${index}`));
const saves: number[] = [];
for (const device of devices) {
  saves.push(await timed(() => vault.offer(device, `Abcd-${device}!`, 'proven')));
}
// Taken in turns, so that whatever else the machine does falls on all alike.
const cases = {
  right,
  'wrong, same length': 'seven blue laddErs',
  'wrong, short': 'x',
  'wrong, 10,000 long': 'x'.repeat(10_000),
};
const times = new Map<string, number[]>();
for (let round = 0; round < rounds; round += 1) {
  for (const [name, passphrase] of Object.entries(cases)) {
    vault.lock();
    let wasOpened = false;
    const ms = await timed(async () => {
      wasOpened = await isOpened(passphrase);
    });
    if (wasOpened !== (name === 'right')) throw new Error(`"${name}" came out wrong`);
    times.set(name, [...(times.get(name) ?? []), ms]);
  }
}
for (const [name, list] of times) report(`unlock, ${name}`, list);
await vault.unlock(boxOf(right));
report('save one proven password (durable)', saves);
report('read one login', await all(() => vault.login(devices[7] ?? deviceId.parse('none'))));
report(`list all ${deviceCount}`, await all(() => vault.list()));
vault.close();
store.close();
rmSync(folder, { recursive: true });

async function all(run: () => unknown): Promise<number[]> {
  const list: number[] = [];
  for (let round = 0; round < 200; round += 1) list.push(await timed(run));
  return list;
}
