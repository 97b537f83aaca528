import type { Api } from '../../../contract/api.ts';
import type { Device } from '../../../contract/device.ts';
import type { NetworkEdit, PlanRow } from '../../../contract/job.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { type Apply, applyRows } from '../acts/apply-rows.ts';
import { requireConsent } from '../acts/consent.ts';
import { findDevices, listenToAll, listenUntilHeard } from '../acts/find-devices.ts';
import { actJson } from '../acts/job-json.ts';
import { needJob } from '../acts/job-ref.ts';
import { refLabel } from '../acts/named.ts';
import { isStopped, planJson, planTable, problemWords } from '../acts/plan-text.ts';
import {
  idsOfDevices,
  jobOutcome,
  overrideOf,
  type RunFlags,
  startAndFollow,
} from '../acts/run.ts';
import { checkSources, readSecrets } from '../acts/secrets.ts';
import { ask, badInput, type Context, failure, type Outcome, tell, withCore } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';

export interface SetFlags extends RunFlags {
  readonly ip?: string;
  readonly from?: string;
  readonly mask?: string;
  readonly gateway?: string;
  readonly dhcp?: 'on' | 'off';
  readonly port?: number;
  readonly httpPort?: number;
  readonly tlsPort?: number;
}

/** What the options say beside the address itself. */
function restOf(flags: SetFlags): NetworkEdit {
  const { mask, gateway, dhcp, port, httpPort, tlsPort } = flags;
  return {
    ...(mask === undefined ? {} : { ipv4Mask: mask }),
    ...(gateway === undefined ? {} : { ipv4Gateway: gateway }),
    ...(dhcp === undefined ? {} : { dhcpEnabled: dhcp === 'on' }),
    ...(port === undefined ? {} : { commandPort: port }),
    ...(httpPort === undefined ? {} : { httpPort }),
    ...(tlsPort === undefined ? {} : { sdkOverTlsPort: tlsPort }),
  };
}

function checkFlags(context: Context, flags: SetFlags): void {
  const words = context.text.acts.network;
  checkSources(context, flags);
  overrideOf(context, flags);
  if (flags.ip !== undefined && flags.from !== undefined) throw badInput(words.ipOrFrom);
  const isEmpty = flags.ip === undefined && flags.from === undefined;
  if (isEmpty && Object.keys(restOf(flags)).length === 0) throw badInput(words.nothing);
}

/** The same edit for one device, or for several that keep their own addresses. */
async function rowsOfEdit(
  api: Api,
  devices: readonly Device[],
  edit: NetworkEdit,
): Promise<Apply['rows']> {
  const rows: PlanRow[] = [];
  for (const { id } of devices) rows.push((await ask(api, 'network.check', { id, edit })).row);
  return rows;
}

type Planned = Pick<Apply, 'rows' | 'data'>;

/** Addresses counted upwards; the other values are the same for all. */
async function assignedRows(
  context: Context,
  api: Api,
  { devices, flags, first }: { devices: readonly Device[]; flags: SetFlags; first: string },
): Promise<Planned> {
  const { mask, gateway } = flags;
  const { rows, skipped } = await ask(api, 'network.assign', {
    ids: idsOfDevices(devices),
    first,
    ...(mask === undefined ? {} : { mask }),
    ...(gateway === undefined ? {} : { gateway }),
  });
  for (const each of skipped) tell(context, context.text.acts.network.skipped, each);
  const { ipv4Mask: _mask, ipv4Gateway: _gateway, ...rest } = restOf(flags);
  const whole = rows.map((row) => ({ ...row, to: { ...row.to, ...rest } }));
  return { rows: whole, data: { plan: whole.map(planJson), skipped } };
}

/** `network set` */
export async function setNetwork(
  context: Context,
  wanted: readonly string[],
  flags: SetFlags,
): Promise<Outcome> {
  checkFlags(context, flags);
  const { ip, from } = flags;
  return await withCore(context, 'manual', async ({ api }) => {
    const devices = await findDevices(context, api, wanted);
    const words = context.text.acts.network;
    if (ip !== undefined && devices.length > 1) throw badInput(words.needsFrom);
    const edit = { ...(ip === undefined ? {} : { ipv4Address: ip }), ...restOf(flags) };
    const planned: Planned =
      from === undefined
        ? { rows: await rowsOfEdit(api, devices, edit) }
        : await assignedRows(context, api, { devices, flags, first: from });
    const { rows } = planned;
    // Nothing at all can be done: then it is the input that is wrong, and not a device that failed.
    if (rows.every(isStopped)) {
      tell(context, '{{table}}\n', { table: planTable(context, rows) });
      const all = rows.flatMap(({ problems }) => problems);
      throw badInput(interpolate(words.stopped, { problems: problemWords(context, all) }));
    }
    return await applyRows(context, api, { ...planned, flags, isOneByOne: false });
  });
}

/** `network resolve` */
export async function resolveNetwork(
  context: Context,
  wanted: readonly string[],
  flags: RunFlags & { readonly dryRun?: boolean; readonly waitScan: number },
): Promise<Outcome> {
  checkSources(context, flags);
  overrideOf(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    await listenToAll(context, api, flags.waitScan);
    const named = wanted.length === 0 ? [] : await findDevices(context, api, wanted);
    const input = named.length === 0 ? {} : { ids: idsOfDevices(named) };
    const { groups, skipped } = await ask(api, 'network.proposeResolve', input);
    const words = context.text.acts.network;
    if (groups.length === 0) return { data: { groups, skipped }, human: words.noGroups };
    for (const { address, rows } of groups) {
      const labels = rows.flatMap(({ device }) => (device === null ? [] : [refLabel(device)]));
      tell(context, words.group, { address, devices: labels.join('; ') });
    }
    for (const each of skipped) tell(context, words.skipped, each);
    const rows = groups.flatMap((group) => group.rows);
    const data = { groups, skipped };
    if (flags.dryRun === true) {
      const code = rows.some(isStopped) ? exitCodes.itemFailed : exitCodes.well;
      return { data, human: planTable(context, rows), code };
    }
    return await applyRows(context, api, { rows, flags, isOneByOne: true, data });
  });
}

/** `network undo` */
export async function undoNetwork(
  context: Context,
  wanted: string,
  flags: RunFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  return await withCore(context, 'manual', async ({ api }) => {
    const { id } = await needJob(context, api, wanted);
    const before = await ask(api, 'jobs.get', { id });
    if (!before.canUndo) throw failure('job.nothing-to-undo');
    const changed = before.items.filter(({ after }) => after !== null);
    const devices = (changed.length === 0 ? before.items : changed).map(({ device }) => device);
    await listenUntilHeard(context, api, devices);
    await requireConsent(context, { kind: 'network', devices });
    const secrets = await readSecrets(context, flags, { api, devices });
    const job = await startAndFollow(context, api, () => ask(api, 'jobs.undo', { id, secrets }));
    return jobOutcome(context, job, { data: { undone: actJson(before) } });
  });
}
