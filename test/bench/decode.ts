/**
 * Decodes per second on one core, UTF-8 decoding included, ours beside two general parsers, in turns
 * so that a busy moment hurts all alike. Run: node test/bench/decode.ts [rounds]
 */
import { type Decode, datagrams, rivals } from './decode-rivals.ts';

const rounds = Number(process.argv[2] ?? 7);
const roundMs = 300;

function perSecond(decode: Decode, data: Uint8Array): number {
  const startedAt = performance.now();
  let count = 0;
  let elapsed = 0;
  while (elapsed < roundMs) {
    for (let index = 0; index < 500; index += 1) {
      if (decode(data) === 0) throw new Error('a parser found nothing');
    }
    count += 500;
    elapsed = performance.now() - startedAt;
  }
  return (count / elapsed) * 1000;
}

const print = (line: string) => process.stdout.write(`${line}\n`);

print(`Node ${process.version}, median and best of ${rounds} rounds of ${roundMs} ms each`);
for (const [name, data] of datagrams) {
  const results = rivals.map(([rival, decode]) => ({ rival, decode, rates: [] as number[] }));
  for (const { decode } of results) perSecond(decode, data);
  for (let round = 0; round < rounds; round += 1) {
    for (const { decode, rates } of results) rates.push(perSecond(decode, data));
  }
  print(`${name}, ${data.length} bytes`);
  for (const { rival, rates } of results) {
    rates.sort((left, right) => left - right);
    const median = rates[Math.floor(rates.length / 2)] ?? 0;
    const best = rates.at(-1) ?? 0;
    const micros = (1_000_000 / median).toFixed(1);
    print(
      `  ${rival.padEnd(16)} ${median.toFixed(0).padStart(8)}/s  best ${best.toFixed(0).padStart(8)}/s  ${micros.padStart(6)} us each`,
    );
  }
}
