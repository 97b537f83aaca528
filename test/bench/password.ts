/**
 * Password fields per second on one core, each with its request's bytes, and what an exchange and a
 * fingerprint cost. Run: node test/bench/password.ts [rounds]
 */
import { constants, createPublicKey, publicEncrypt } from 'node:crypto';
import { systemCrypto as crypto } from '../../main/adapters/node/crypto.ts';
import { systemRandom as random } from '../../main/adapters/node/random.ts';
import { toBase64 } from '../../main/protocol/base64.ts';
import {
  buildPasswordRequest,
  buildUpdateElements,
  type PasswordCommand,
} from '../../main/protocol/sadp/commands.ts';
import { encodeSadpRequest } from '../../main/protocol/sadp/encode.ts';
import { exchangeTypes, readExchangeReply } from '../../main/protocol/sadp/exchange.ts';
import type { SadpGeneration } from '../../main/protocol/sadp/generation.ts';

const rounds = Number(process.argv[2] ?? 5);
const roundMs = 200;
const print = (line: string) => process.stdout.write(`${line}\n`);
const exchange = new TextEncoder().encode('0123456789abcdef');
const target = { mac: 'bc-ad-28-00-00-01', salt: 'd8eebc41'.repeat(8), encrypt: true };
const values = {
  ipv4Address: '192.168.50.65',
  ipv4Mask: '255.255.255.0',
  ipv4Gateway: '192.168.50.1',
  dhcpEnabled: false,
  commandPort: 8000,
  httpPort: 80,
  sdkOverTlsPort: 8443,
  ipv6Address: null,
  ipv6Gateway: null,
  ipv6Prefix: null,
};

function request(command: PasswordCommand, generation: SadpGeneration): Uint8Array {
  const elements = command === 'update' ? buildUpdateElements(values, generation) : [];
  const input = { command, generation, target, secret: 'Abcd1234!', exchange, elements };
  return encodeSadpRequest(
    buildPasswordRequest({ crypto, random }, { ...input, uuid: random.uuid() }),
  );
}

async function report(name: string, run: () => unknown): Promise<void> {
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const startedAt = performance.now();
    let count = 0;
    while (performance.now() - startedAt < roundMs) {
      await run();
      count += 1;
    }
    if (round > 0) rates.push((count / (performance.now() - startedAt)) * 1000);
  }
  rates.sort((left, right) => left - right);
  const median = rates[Math.floor(rates.length / 2)] ?? 0;
  print(
    `  ${name.padEnd(28)} ${median.toFixed(0).padStart(8)}/s ${(1000 / median).toFixed(3).padStart(9)} ms each`,
  );
}

print(`Node ${process.version}, median of ${rounds} rounds of ${roundMs} ms each`);
const cases = [
  ['update', '2.x'],
  ['update', '3.0'],
  ['activate', '3.0'],
  ['update', '3.1'],
  ['activate', '3.1'],
] as const;
for (const [command, generation] of cases) {
  await report(`${command}, generation ${generation}`, () => request(command, generation));
}
for (const generation of ['3.0', '3.1'] as const) {
  const { bits } = exchangeTypes(generation);
  await report(`making a key, ${bits} bits`, () => crypto.makeExchangeKey(bits));
  const key = await crypto.makeExchangeKey(bits);
  const der = Buffer.from(key.publicKeyDer);
  const publicKey = createPublicKey({ key: der, type: 'pkcs1', format: 'der' });
  const padding = constants.RSA_PKCS1_PADDING;
  const code = toBase64(new Uint8Array(publicEncrypt({ key: publicKey, padding }, exchange)));
  const message = { extra: new Map([['Code', code]]) };
  await report(`reading the reply, ${bits} bits`, () => {
    if (!readExchangeReply(message, key, bits).ok) throw new Error('the exchange was not read');
  });
}
await report('fingerprint of a password', () => crypto.fingerprint('Abcd1234!', exchange));
