import type { DeviceRecord } from '../../../domain/record.ts';
import { proxyChannelPath } from '../../../protocol/isapi/paths.ts';
import type { ItemContext, ItemOutcome, ItemRunner } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import { partsOf, type RunnerOptions, type RunnerParts } from '../options.ts';
import { type Done, done } from '../outcomes.ts';
import { readPatiently } from '../patience.ts';
import { describeChannel, findChannel, notListed, readChannelList } from './channel-list.ts';
import { type ItemHttp, openHttp } from './item-http.ts';
import { endBeforeHttp, preflightHttp } from './preflight-http.ts';

export interface ChannelRemoveParams {
  readonly channel: number;
}

export interface ChannelRemoveOptions extends RunnerOptions {
  /** It was seen to be gone. */
  readonly onChannelGone?: (recorder: DeviceRecord, channel: number) => void;
}

type Context = ItemContext<ChannelRemoveParams>;
type Parts = RunnerParts & Pick<ChannelRemoveOptions, 'onChannelGone'>;

/** Takes a camera off a recorder's list. The camera and its cloud binding stay as they are. */
export function createChannelRemoveRunner(
  options: ChannelRemoveOptions,
): ItemRunner<ChannelRemoveParams> {
  const parts: Parts = { ...options, ...partsOf(options) };
  return {
    kind: 'channel-remove',
    needsPassword: true,
    preflight: (device, commands) => preflightHttp(parts, { device, commands }),
    run: (context) => run(parts, context),
    reread: (context) => reread(parts, context),
  };
}

async function run(parts: Parts, context: Context): Promise<ItemOutcome> {
  const early = endBeforeHttp(parts, context.device);
  if (early !== null) return early;
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return opened.outcome;
  const { http } = opened;
  const { channel: number } = context.params;
  context.step('reading');
  const list = await readChannelList(http);
  if (!list.ok) return list.outcome;
  const channel = findChannel(list.value, number);
  if (channel === null) return notListed(list.value, number);
  context.note(describeChannel(channel));
  if (channel.isPlugAndPlay === true) return done('skipped', 'channel-plug-and-play');
  context.step('sending');
  const sent = await http.change({ method: 'DELETE', path: proxyChannelPath(channel.id) });
  if (sent.kind === 'ended' || sent.kind === 'refused') return sent.outcome;
  context.step('verifying');
  const state = await watchGone(parts, context, http);
  if (state === 'gone') return done('verified', 'channel-gone');
  const isSaid = sent.kind === 'success';
  if (state === 'unread') return isSaid ? done('accepted', 'no-read-back') : sent.outcome;
  return isSaid ? done('accepted', 'channel-still-there') : done('no-answer', 'silent');
}

const looks = 4;

/** Read until it is gone: a recorder may need a moment to take it off its list. */
async function watchGone(
  parts: Parts,
  context: Context,
  http: ItemHttp,
): Promise<'gone' | 'there' | 'unread'> {
  const { device, params, note, signal } = context;
  let state: 'there' | 'unread' = 'unread';
  for (let look = 1; look <= looks; look += 1) {
    const list = await readChannelList(http);
    if (list.ok && findChannel(list.value, params.channel) === null) {
      note(`read back: channel ${params.channel} is gone`);
      parts.onChannelGone?.(device, params.channel);
      return 'gone';
    }
    if (list.ok) state = 'there';
    if (look < looks) await sleep(parts.clock, parts.timings.pauseMs, signal);
  }
  note(
    `read back: channel ${params.channel} ${state === 'there' ? 'is still listed' : 'not read'}`,
  );
  return state;
}

async function reread(parts: Parts, context: Context): Promise<ItemOutcome> {
  context.step('reading');
  const opened = await openHttp(parts, context);
  if (opened.kind === 'closed') return done('unknown', opened.outcome.reason, opened.outcome);
  return await readPatiently(parts, context, () => readAgain(parts, context, opened.http));
}

async function readAgain(parts: Parts, context: Context, http: ItemHttp): Promise<Done> {
  const state = await watchGone(parts, context, http);
  if (state === 'gone') return done('verified', 'channel-gone');
  return state === 'there'
    ? done('failed', 'channel-still-there')
    : done('unknown', 'no-read-back');
}
