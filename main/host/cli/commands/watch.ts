import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import { ok } from '../../../contract/result.ts';
import { ask, type Context, tell } from '../context.ts';
import { deviceTable } from '../device-text.ts';
import { localClock } from '../local-time.ts';
import { isOutputBroken, print, printJson } from '../output.ts';
import { createBell } from '../wait.ts';

/** Plain lines for changed devices: the table's rows without its title. */
function changeLines(context: Context, devices: readonly Device[]): string {
  const time = localClock(Date.now());
  return deviceTable(devices, context.locale, { ...context.terminal, hasColour: false })
    .split('\n')
    .slice(1)
    .map((line) => `${time}  ${line}`)
    .join('\n');
}

function show(context: Context, devices: readonly Device[], removed: readonly string[]): void {
  if (context.options.isJson) printJson(ok({ devices, removed }));
  else if (devices.length > 0) print(changeLines(context, devices));
}

/**
 * `scan --watch`: the list, then every batch of changes as it comes, one JSON document per line with
 * `--json`, until the signal. There is nothing to print at the end.
 */
export async function watchScan(context: Context, api: Api): Promise<null> {
  const bell = createBell(context.signal);
  let changed = new Set<string>();
  let removed = new Set<string>();
  const stop = api.subscribe((event) => {
    if (event.name !== 'devices.changed') return;
    for (const row of event.payload.upserts) changed.add(row.id);
    for (const id of event.payload.removed) removed.add(id);
    bell.ring();
  });
  tell(context, context.text.scan.watching);
  const first = await ask(api, 'devices.list', {});
  show(context, first.devices, []);
  while (!context.signal.aborted && !isOutputBroken()) {
    await bell.wait();
    const [ids, gone] = [changed, removed];
    changed = new Set();
    removed = new Set();
    if (ids.size + gone.size === 0) continue;
    const { devices } = await ask(api, 'devices.list', {});
    show(
      context,
      devices.filter((device) => ids.has(device.id)),
      [...gone],
    );
  }
  stop();
  return null;
}
