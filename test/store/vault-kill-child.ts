/**
 * The victim of `vault-kill.test.ts`: changes one device's password over and over, as a run does, and now and
 * then the vault's passphrase; says on stdout what is done. Started with the database's path and a number.
 */
import { systemClock } from '../../main/adapters/node/clock.ts';
import { systemCrypto } from '../../main/adapters/node/crypto.ts';
import { createPassphraseBox } from '../../main/adapters/node/passphrase-box.ts';
import { systemRandom } from '../../main/adapters/node/random.ts';
import { systemVaultCrypto } from '../../main/adapters/node/vault-crypto.ts';
import { deviceId } from '../../main/contract/device.ts';
import { silentLog } from '../../main/ports/log.ts';
import { openStore } from '../../main/store/open.ts';
import { Vault } from '../../main/vault/vault.ts';

const [path = '', run = '0', passphrase = ''] = process.argv.slice(2);
const { store } = openStore({ path, now: Date.now, log: silentLog });
const vault = new Vault({
  store: store.acts.credentials,
  crypto: systemVaultCrypto,
  sealer: systemCrypto,
  random: systemRandom,
  clock: systemClock,
  log: silentLog,
  names: () => null,
});
const device = deviceId.parse('camera');
const boxOf = (phrase: string) => createPassphraseBox({ passphrase: phrase, costLog2: 10 });
const say = (line: Readonly<Record<string, string>>) =>
  process.stdout.write(`${JSON.stringify(line)}\n`);

if (vault.status().exists) await vault.unlock(boxOf(passphrase));
else await vault.init(boxOf(passphrase));
say({ done: 'open' });
for (let count = 0; ; count += 1) {
  const password = `Run${run}-${count}!`;
  await vault.offer(device, password, 'pending');
  say({ done: 'pending', password });
  await vault.offer(device, password, 'proven');
  say({ done: 'proven', password });
  if (count % 5 !== 4) continue;
  const next = `phrase of run ${run}, ${count}`;
  say({ done: 'changing', passphrase: next });
  await vault.changeBox(boxOf(next));
  say({ done: 'changed', passphrase: next });
}
