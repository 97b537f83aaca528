import { networkInterfaces } from 'node:os';
import { systemClock } from '../../../adapters/node/clock.ts';
import { parseIpv4 } from '../../../contract/ip.ts';
import { ok } from '../../../contract/result.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { silentLog } from '../../../ports/log.ts';
import { untilAborted } from '../../signals.ts';
import { badInput, type Context, tell } from '../context.ts';
import { print } from '../output.ts';

const loopback = '127.0.0.1';

/** The address that `--iface` means, by adapter name or as an address of this computer. */
function bindAddress(context: Context): string {
  const wanted = context.options.iface[0];
  if (wanted === undefined) return loopback;
  const found = Object.entries(networkInterfaces())
    .flatMap(([name, list]) => (list ?? []).map((entry) => ({ name, address: entry.address })))
    .filter(({ address }) => parseIpv4(address) !== null)
    .find(({ name, address }) => name === wanted || address === wanted);
  if (found !== undefined) return found.address;
  throw badInput(`--iface: ${interpolate(context.text.values.address, { value: wanted })}`);
}

/**
 * `simulate`: plays a fleet on real sockets until the signal; Ctrl+C is its normal end. On loopback only
 * programs of this computer meet it; on another address the devices are on that network, so whoever
 * searches there sees them.
 */
export async function simulate(context: Context): Promise<null> {
  const address = bindAddress(context);
  const wanted = context.options.demo ?? { scenario: 'small-shop' as const };
  const [{ createFleet }, { startTrainingSite }, account] = await Promise.all([
    import('../../../simulator/fleet.ts'),
    import('../../../simulator/sockets.ts'),
    import('../../../simulator/account.ts'),
  ]);
  const fleet = createFleet({ ...wanted, startedAt: systemClock.now() });
  const site = await startTrainingSite({
    fleet,
    bindAddress: address,
    log: silentLog,
    httpAt: address === loopback ? 'loopback' : 'device-address',
  });
  try {
    const params = { scenario: wanted.scenario, devices: fleet.devices.length, address };
    const { trainingPassword: password, trainingVendorCode: code } = account;
    if (context.options.isJson) print(JSON.stringify(ok({ ...params, password, code })));
    else print(interpolate(context.text.simulate.start, params));
    tell(
      context,
      address === loopback ? context.text.simulate.loopback : context.text.simulate.lan,
    );
    tell(context, context.text.acts.simulate.password, { password, code });
    tell(context, context.text.simulate.end);
    await untilAborted(context.signal);
  } finally {
    await site.close();
  }
  return null;
}
