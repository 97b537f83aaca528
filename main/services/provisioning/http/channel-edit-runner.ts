import type { DeviceRecord } from '../../../domain/record.ts';
import {
  decodeProxyChannels,
  decodeProxyStatus,
  editProxyChannel,
  type ProxyChannel,
  type ProxyStatus,
} from '../../../protocol/isapi/input-proxy.ts';
import { proxyChannelPath, proxyChannelStatusPath } from '../../../protocol/isapi/paths.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done, type Sent } from '../outcomes.ts';
import { rereadMs } from '../patience.ts';
import { describeChannel, findChannel, notListed, readChannelList } from './channel-list.ts';
import { type ItemHttp, openHttp } from './item-http.ts';
import { endBeforeHttp, preflightHttp } from './preflight-http.ts';

/** What a recorder is told of a camera; absent keys stay as they are. */
export interface ChannelEditParams {
  readonly channel: number;
  /** IPv4 address, or a name where the recorder reaches the camera by name. */
  readonly address?: string;
  readonly port?: number;
  readonly name?: string;
  readonly userName?: string;
  /** Of the camera. Never on the disk. */
  readonly channelPassword?: string;
}

export interface ChannelEditOptions extends RunnerOptions {
  /** The saved password of the camera that the channel is, where that is sure. */
  readonly channelPassword?: (recorder: DeviceRecord, channel: number) => Promise<string | null>;
}

type Context = ItemContext<ChannelEditParams>;
type Parts = RunnerParts & Pick<ChannelEditOptions, 'channelPassword'>;

/**
 * Changes how a recorder reaches a camera. A recorder forgets the camera's password with every edit, so
 * without it nothing is sent at all.
 */
export function createChannelEditRunner(
  options: ChannelEditOptions,
): ItemRunner<ChannelEditParams> {
  const parts: Parts = { ...options, ...partsOf(options) };
  return {
    kind: 'channel-edit',
    needsPassword: true,
    preflight: (device, commands) => preflightHttp(parts, { device, commands }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

async function run(parts: Parts, context: Context): Promise<ItemOutcome> {
  const { device, params } = context;
  const early = endBeforeHttp(parts, device);
  if (early !== null) return early;
  const password =
    params.channelPassword ?? (await parts.channelPassword?.(device, params.channel)) ?? null;
  if (password === null) return done('skipped', 'channel-password-lost');
  context.protect(password);
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened.outcome;
  const { http } = opened;
  context.step('reading');
  const found = await readForEdit(http, params.channel);
  if ('verdict' in found) return found;
  context.note(describeChannel(found));
  if (found.isPlugAndPlay === true) return done('skipped', 'channel-plug-and-play');
  const body = editProxyChannel(found.text, { ...changeOf(params), password });
  if (!body.ok) {
    const problem = body.reason === 'unreadable' ? body.detail : 'refused';
    return done('failed', 'invalid-values', { params: { problem } });
  }
  context.step('sending');
  const path = proxyChannelPath(found.id);
  const sent = await http.change({ method: 'PUT', path, body: body.value });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('verifying');
  const seen = await watch(parts, context, {
    http,
    id: found.id,
    timeoutMs: parts.timings.networkMs,
  });
  return judge(sent, seen);
}

function changeOf({ address, port, name, userName }: ChannelEditParams) {
  return {
    ...(address === undefined ? {} : { address }),
    ...(port === undefined ? {} : { port }),
    ...(name === undefined ? {} : { name }),
    ...(userName === undefined ? {} : { userName }),
  };
}

/** The channel's own document, which an edit starts from; the list tells whether there is one. */
async function readForEdit(http: ItemHttp, number: number): Promise<ProxyChannel | Done> {
  const list = await readChannelList(http);
  if (!list.ok) return list.outcome;
  const listed = findChannel(list.value, number);
  if (listed === null) return notListed(list.value, number);
  const own = await http.read(proxyChannelPath(listed.id), decodeProxyChannels);
  if (!own.ok) return own.isMissing ? listed : own.outcome;
  return own.value.channels[0] ?? listed;
}

interface Seen {
  /** The recorder lists what was asked for; `null`: it could not be read. */
  readonly isAsWanted: boolean | null;
  readonly status: ProxyStatus | null;
}

interface Watch {
  readonly http: ItemHttp;
  readonly id: string;
  readonly timeoutMs: number;
}

/** Until the recorder has the camera, or says that it cannot have it. */
async function watch(
  parts: Parts,
  context: Context,
  { http, id, timeoutMs }: Watch,
): Promise<Seen> {
  const endAt = parts.clock.elapsed() + timeoutMs;
  let seen: Seen = { isAsWanted: null, status: null };
  do {
    seen = await look(http, id, context.params);
    const isOver = seen.status?.result === 'connected' || seen.status?.result === 'wrong-password';
    if (seen.isAsWanted === true && isOver) break;
    await sleep(parts.clock, parts.timings.pauseMs, context.signal);
  } while (parts.clock.elapsed() < endAt && !context.signal.aborted);
  const values =
    seen.isAsWanted === null ? 'not read' : seen.isAsWanted ? 'as asked for' : 'others';
  context.note(
    `read back: values ${values}, the recorder says "${seen.status?.resultText ?? '?'}"`,
  );
  return seen;
}

async function look(http: ItemHttp, id: string, params: ChannelEditParams): Promise<Seen> {
  const own = await http.read(proxyChannelPath(id), decodeProxyChannels);
  const list = own.ok || !own.isMissing ? null : await readChannelList(http);
  const all = own.ok ? own.value.channels : list?.ok === true ? list.value : null;
  const channel = all?.find((each) => each.id === id);
  const states = await http.read(proxyChannelStatusPath(id), decodeProxyStatus);
  const status = states.ok ? (states.value.find((each) => each.id === id) ?? null) : null;
  return { isAsWanted: channel === undefined ? null : isAsWanted(channel, params), status };
}

function isAsWanted(channel: ProxyChannel, wanted: ChannelEditParams): boolean {
  const { address, port, name, userName } = wanted;
  const isSame = (value: string | number | undefined, told: string | number | null): boolean =>
    value === undefined || value === told;
  const isThere =
    address === undefined || channel.address === address || channel.hostName === address;
  return (
    isThere &&
    isSame(port, channel.port) &&
    isSame(name, channel.name) &&
    isSame(userName, channel.userName)
  );
}

/** The picture is what counts: values alone are no success. */
function judge(sent: Sent, { isAsWanted: is, status }: Seen): Done {
  const isSaid = sent.kind === 'success';
  if (is === null) return isSaid ? done('accepted', 'no-read-back') : sent.outcome;
  if (!is) return isSaid ? done('accepted', 'not-applied') : done('no-answer', 'silent');
  if (status?.result === 'connected') return done('verified', 'read-back');
  if (status?.result === 'wrong-password') return done('accepted', 'wrong-password');
  return isSaid ? done('accepted', 'unverifiable') : done('unknown', 'unverifiable');
}

async function reread(parts: Parts, context: Context): Promise<ItemOutcome> {
  context.step('reading');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return done('unknown', opened.outcome.reason, opened.outcome);
  const id = String(context.params.channel);
  const { http } = opened;
  const timeoutMs = rereadMs(parts, context);
  const seen = await watch(parts, context, { http, id, timeoutMs });
  if (seen.isAsWanted === false) return done('failed', 'not-applied');
  if (seen.isAsWanted === null) return done('unknown', 'no-read-back');
  if (seen.status?.result === 'connected') return done('verified', 'read-back');
  return done('unknown', 'unverifiable');
}
