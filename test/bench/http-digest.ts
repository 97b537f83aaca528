/**
 * The HTTP login against real servers and strict devices: what each case came to and what it cost, then how
 * fast it signs. Run: node test/bench/http-digest.ts [seconds]
 */
import { createNodeHttpClient } from '../../main/adapters/node/http-client.ts';
import { signDigest } from '../../main/adapters/node/http-client-sign.ts';
import type { HttpClientRequest, HttpClientResult } from '../../main/ports/http-client.ts';
import { parseChallenges } from '../../main/protocol/http-digest/challenge.ts';
import { chooseOffer } from '../../main/protocol/http-digest/choose.ts';
import { requestTo } from '../helpers/http-request.ts';
import { startStrictDevice } from '../helpers/strict-device.ts';
import { startApache, startLighttpd, whyNoApache, whyNoLighttpd } from '../helpers/web-servers.ts';

const seconds = Number(process.argv[2] ?? 1);
const print = (line: string) => process.stdout.write(`${line}\n`);
const client = createNodeHttpClient();
const account = { user: 'admin', password: 'Pä€sswörd-1', realm: 'IP Camera(E1518)' };

interface Server {
  readonly port: number;
  close(): Promise<void>;
}
interface Bench {
  readonly name: string;
  readonly whyNot: string | null;
  readonly start: () => Promise<Server>;
  readonly nonceLifeMs?: number;
}

const strict = (dialect: 'camera' | 'recorder', algorithm: 'MD5' | 'SHA-256') => () =>
  startStrictDevice({ dialect, algorithm, password: account.password, maxAttempts: 1_000_000 });

const benches: readonly Bench[] = [
  { name: 'apache2 MD5', whyNot: whyNoApache(), start: () => startApache(account) },
  {
    name: 'apache2 MD5, nonce life 2 s',
    whyNot: whyNoApache(),
    start: () => startApache(account, { nonceLifeSeconds: 2 }),
    nonceLifeMs: 2000,
  },
  ...(['MD5', 'SHA-256', 'MD5|SHA-256'] as const).map((algorithm) => ({
    name: `lighttpd ${algorithm.replace('|', ' and ')}`,
    whyNot: whyNoLighttpd(),
    start: () => startLighttpd(account, algorithm),
  })),
  ...(['camera', 'recorder'] as const).flatMap((dialect) =>
    (['MD5', 'SHA-256'] as const).map((algorithm) => ({
      name: `strict ${dialect} ${algorithm}`,
      whyNot: null,
      start: strict(dialect, algorithm),
    })),
  ),
];

const short = ({ kind, signedRequests }: HttpClientResult) => `${kind}/${signedRequests}`;

async function rate(ask: () => Promise<HttpClientResult>): Promise<number> {
  const startedAt = performance.now();
  let count = 0;
  while (performance.now() - startedAt < seconds * 1000) {
    if ((await ask()).kind !== 'ok') throw new Error('a login that does not work');
    count += 1;
  }
  return (count / (performance.now() - startedAt)) * 1000;
}

async function measure({ name, start, nonceLifeMs }: Bench): Promise<string> {
  const server = await start();
  const ask = (more: Partial<HttpClientRequest> = {}) =>
    client.request(requestTo(server.port, { credentials: account, timeoutMs: 15_000, ...more }));
  try {
    const right = await ask();
    const wrong = await ask({ credentials: { user: 'admin', password: 'no' } });
    let isLate = false;
    const wait = () => {
      if (nonceLifeMs !== undefined && !isLate) {
        isLate = true;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, nonceLifeMs + 1200);
      }
      return true;
    };
    const stale = nonceLifeMs === undefined ? '-' : short(await ask({ mayTry: wait }));
    const many = await Promise.all(Array.from({ length: 20 }, () => ask()));
    const good = many.filter(({ kind }) => kind === 'ok').length;
    const signed = many.reduce((sum, each) => sum + each.signedRequests, 0);
    const perSecond = await rate(ask);
    const cells = [short(right), short(wrong), stale, `${good} ok, ${signed} signed`];
    return `| ${name} | ${cells.join(' | ')} | ${perSecond.toFixed(0)}/s |`;
  } finally {
    await server.close();
  }
}

print(
  '| server, UTF-8 password | right (result/signed) | wrong | stale nonce | 20 at once | one by one |',
);
print('|---|---|---|---|---|---|');
for (const bench of benches) {
  print(
    bench.whyNot === null ? await measure(bench) : `| ${bench.name} | skipped: ${bench.whyNot} |`,
  );
}

const [md5, sha] = ['', ', algorithm=SHA-256'].map((algorithm) =>
  chooseOffer(
    parseChallenges([`Digest qop="auth", realm="x", nonce="${'4d'.repeat(24)}"${algorithm}`]),
  ),
);
print('');
for (const offer of [md5, sha]) {
  if (offer?.kind !== 'digest') continue;
  const startedAt = performance.now();
  let count = 0;
  while (performance.now() - startedAt < 500) {
    signDigest(offer, account, { method: 'GET', path: '/ISAPI/System/deviceInfo' });
    count += 1;
  }
  const each = (performance.now() - startedAt) / count;
  print(`signing ${offer.algorithm}: ${(each * 1000).toFixed(1)} us each`);
}
