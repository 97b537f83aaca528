import { networkInterfaces } from 'node:os';
import { systemClock } from '../../../adapters/node/clock.ts';
import { AppError } from '../../../contract/errors.ts';
import { parseIpv4 } from '../../../contract/ip.ts';
import { ok } from '../../../contract/result.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { silentLog } from '../../../ports/log.ts';
import { untilAborted } from '../../signals.ts';
import { badInput, type Context, failure, tell } from '../context.ts';
import { print, printJson } from '../output.ts';

const loopback = '127.0.0.1';

function addressesHere(): string {
  return Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family }) => family === 'IPv4')
    .map(({ address }) => address)
    .join(', ');
}

/** The address that `--iface` means: as it stands, or the first one of the adapter with that name. */
function bindAddress(context: Context): string {
  const wanted = context.options.iface[0];
  if (wanted === undefined) return loopback;
  // An address that this computer does not have is refused by whoever binds it.
  if (parseIpv4(wanted) !== null) return wanted;
  const found = networkInterfaces()[wanted]?.find(({ family }) => family === 'IPv4');
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
  }).catch((error: unknown) => {
    const isMissing = error instanceof AppError && error.code === 'network.adapter-not-found';
    throw isMissing ? failure(error.code, { wanted: address, known: addressesHere() }) : error;
  });
  try {
    const params = { scenario: wanted.scenario, devices: fleet.devices.length, address };
    const { trainingPassword: password, trainingVendorCode: code } = account;
    if (context.options.isJson) printJson(ok({ ...params, password, code }));
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
