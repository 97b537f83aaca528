import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import type { AppEvent } from '../../../contract/events.ts';
import type { DiscoveryStatus, SweepStatus } from '../../../contract/network.ts';
import { shownAdapterName } from '../../../contract/text/given-names.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context, failure, type Outcome, tell, withCore } from '../context.ts';
import { deviceTable } from '../device-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { printProgress } from '../output.ts';
import { delay } from '../wait.ts';
import { watchScan } from './watch.ts';

export interface ScanOptions {
  readonly waitSeconds: number;
  readonly sweep: readonly string[];
  readonly isWatch: boolean;
}

/** @throws CliFailure when no adapter can listen and no address range was given */
function checkListening(status: DiscoveryStatus, options: ScanOptions): void {
  const isListening = status.adapters.some((adapter) => adapter.state === 'listening');
  if (!isListening && options.sweep.length === 0) throw failure('network.no-adapter');
}

function isSince(device: Device, startedAt: number): boolean {
  return Date.parse(device.seen.last) >= startedAt;
}

/** Waits for answers and shows on a terminal how many came. */
async function listen(context: Context, api: Api, seconds: number): Promise<void> {
  const seen = new Set<string>();
  const stop = api.subscribe((event: AppEvent) => {
    if (event.name !== 'devices.changed') return;
    for (const row of event.payload.upserts) if (row.presence === 'online') seen.add(row.id);
  });
  const endAt = performance.now() + seconds * 1000;
  for (let left = seconds * 1000; left > 0; left = endAt - performance.now()) {
    const params = { devices: seen.size, seconds: Math.ceil(left / 1000) };
    if (!context.options.isJson) printProgress(interpolate(context.text.scan.progress, params));
    await delay(Math.min(left, 250), context.signal);
    if (context.signal.aborted) break;
  }
  printProgress('');
  stop();
}

/** Asks every address of one range; an interruption cancels it and keeps what was found. */
async function sweep(context: Context, api: Api, cidr: string): Promise<void> {
  let now: SweepStatus | null = await ask(api, 'sweep.start', { cidr });
  while (now?.state === 'running' && !context.signal.aborted) {
    const { done, total, found } = now;
    const params = { cidr: now.cidr, done, total, found };
    if (!context.options.isJson) printProgress(interpolate(context.text.scan.sweeping, params));
    await delay(250, context.signal);
    now = (await ask(api, 'sweep.status', {})).sweep;
  }
  printProgress('');
  if (now?.state === 'running') await ask(api, 'sweep.cancel', {});
}

function summary(
  context: Context,
  found: readonly Device[],
  rest: { readonly status: DiscoveryStatus; readonly quiet: number },
): string {
  const { text, locale, terminal } = context;
  const { datagrams, rejected, dropped } = rest.status.counters;
  const lines: string[] = [];
  if (found.length > 0) lines.push(deviceTable(found, locale, terminal), '');
  else lines.push(text.scan.silent);
  lines.push(interpolate(text.scan.summary, { devices: found.length, datagrams, rejected }));
  if (dropped) lines.push(interpolate(text.scan.dropped, { dropped }));
  if (rest.quiet > 0) lines.push(interpolate(text.scan.quiet, { devices: rest.quiet }));
  return lines.join('\n');
}

async function scanOnce(context: Context, api: Api, options: ScanOptions): Promise<Outcome> {
  const startedAt = Date.now();
  const probed = await ask(api, 'discovery.probe', {});
  checkListening(probed, options);
  const names = probed.adapters.filter((adapter) => adapter.state === 'listening');
  const adapters = names.map(({ name }) => shownAdapterName(name, context.locale)).join(', ');
  if (adapters !== '') tell(context, context.text.scan.listening, { adapters });
  await listen(context, api, options.waitSeconds);
  for (const cidr of options.sweep) if (!context.signal.aborted) await sweep(context, api, cidr);

  const status = await ask(api, 'discovery.status', {});
  const { devices } = await ask(api, 'devices.list', {});
  const found = devices.filter((device) => isSince(device, startedAt));
  const isCut = context.signal.aborted;
  if (isCut) {
    const { interrupted, timedOut } = context.text.scan;
    tell(context, context.isInterrupted() ? interrupted : timedOut);
  }
  return {
    data: {
      devices: found,
      adapters: status.adapters,
      counters: {
        datagrams: status.counters.datagrams,
        decoded: status.counters.decoded,
        rejected: status.counters.rejected,
        dropped: status.counters.dropped,
        probes: status.counters.probes,
      },
      ...(isCut ? { interrupted: true } : {}),
    },
    human: summary(context, found, { status, quiet: devices.length - found.length }),
    code: isCut ? exitCodes.itemFailed : exitCodes.well,
  };
}

/** `scan`: probe, listen, sweep where asked, and list what answered since. */
export function scan(context: Context, options: ScanOptions): Promise<Outcome | null> {
  return withCore(context, options.isWatch ? 'continuous' : 'manual', ({ api }) =>
    options.isWatch ? watchScan(context, api) : scanOnce(context, api, options),
  );
}
