import type { Job } from '../../../contract/job.ts';
import type { RecorderChannel } from '../../../contract/login.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { findDevices, findOne } from '../acts/find-devices.ts';
import { refLabel, refOf, refSign } from '../acts/named.ts';
import { askHidden, canAsk } from '../acts/prompt.ts';
import { readLogin } from '../acts/read-login.ts';
import { type Act, overrideOf, type RunFlags, runActs } from '../acts/run.ts';
import { checkSources, readNewSecret } from '../acts/secrets.ts';
import { ask, badInput, type Context, type Outcome, withCore } from '../context.ts';
import { triText } from '../device-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { table } from '../table.ts';
import { printable } from '../width.ts';

export interface ChannelFlags extends RunFlags {
  readonly address?: string;
  readonly port?: number;
  readonly name?: string;
  readonly user?: string;
  readonly channelPasswordFile?: string;
}

export interface ChannelWish {
  readonly wanted: string;
  readonly action: string | undefined;
  readonly channel: string | undefined;
  readonly camera: string | undefined;
}

/** In place of a camera's name. */
const takeBack = '-';
const noneOfThem = 'none';

/** `recorder <device> channels [remove|edit|map] …` */
export function recorder(
  context: Context,
  { wanted, action, channel, camera }: ChannelWish,
  flags: ChannelFlags,
): Promise<Outcome> {
  checkSources(context, flags);
  const words = context.text.recorder;
  if (action === undefined) return listChannels(context, wanted, flags);
  const number = Number(channel);
  if (!Number.isInteger(number) || number < 1 || number > 1024) throw badInput(words.badChannel);
  if (action === 'map' && camera !== undefined) {
    return mapChannel(context, wanted, { channel: number, camera });
  }
  if (action === 'map') throw badInput(words.needsCamera);
  if (camera !== undefined) throw badInput(words.tooMany);
  if (action === 'remove') return removeChannel(context, wanted, { channel: number, flags });
  if (action === 'edit') return editChannel(context, wanted, { channel: number, flags });
  throw badInput(interpolate(words.badAction, { action }));
}

function listChannels(context: Context, wanted: string, flags: RunFlags): Promise<Outcome> {
  const override = overrideOf(context, flags);
  return withCore(context, 'manual', async ({ api }) => {
    const ref = refOf(await findOne(context, api, wanted));
    const login = await readLogin(context, flags, { api, devices: [ref] });
    const input = { id: ref.id, ...login, ...override };
    const { channels, analog, at } = await ask(api, 'recorder.channels', input);
    return {
      data: { channels, analog, at: new Date(at).toISOString() },
      human: channelsText(context, channels, analog),
    };
  });
}

function channelsText(
  context: Context,
  channels: readonly RecorderChannel[],
  analog: number | null,
): string {
  const words = context.text.recorder;
  const columns = [
    { title: words.channel },
    { title: words.name, shrink: { rank: 2, floor: 6 } },
    { title: words.address },
    { title: words.model, shrink: { rank: 1, floor: 8 } },
    { title: words.state },
    { title: words.camera, shrink: { rank: 3, floor: 8 } },
    { title: words.bound },
  ];
  const rows = channels.map((each) => [
    String(each.id),
    printable(each.name ?? ''),
    each.isPlugAndPlay === true ? words.ownPort : printable(each.address ?? ''),
    printable(each.model ?? ''),
    each.state === 'other' ? printable(each.rawState ?? '?') : words.states[each.state],
    matchText(context, each.match),
    triText(each.cameraBound, context.locale) || '?',
  ]);
  const notes = [
    ...(channels.length === 0 ? [words.none] : [table(columns, rows, context.terminal)]),
    ...(analog === null || analog === 0 ? [] : [interpolate(words.analog, { count: analog })]),
    ...(channels.some(({ match }) => match.kind === 'ask') ? [words.askHint] : []),
  ];
  return notes.join('\n');
}

function matchText({ text }: Context, match: RecorderChannel['match']): string {
  const words = text.recorder;
  if (match.device === null) return match.why === 'person' ? words.noneSaid : words.unknown;
  const sign = refSign(match.device);
  if (match.kind === 'sure') return sign;
  const other = match.other === null ? '' : ` / ${refSign(match.other)}`;
  return `${sign}${other}? (${words.why[match.why]})`;
}

function mapChannel(
  context: Context,
  wanted: string,
  { channel, camera }: { readonly channel: number; readonly camera: string },
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const isNone = camera === noneOfThem;
    const isNamed = !isNone && camera !== takeBack;
    const found = await findDevices(context, api, isNamed ? [wanted, camera] : [wanted]);
    const [recorderRef, cameraRef] = found.map(refOf);
    const words = context.text.recorder;
    if (recorderRef === undefined || (isNamed && cameraRef === undefined)) {
      throw badInput(words.sameDevice);
    }
    const device = cameraRef?.id ?? null;
    await ask(api, 'recorder.map', { id: recorderRef.id, channel, device, isNone });
    const none = isNone ? words.noneSaid : words.unknown;
    const label = cameraRef === undefined ? none : refLabel(cameraRef);
    return {
      data: { recorder: recorderRef, channel, camera: cameraRef ?? null, isNone },
      human: interpolate(words.mapped, { channel, camera: label }),
    };
  });
}

interface Wish {
  readonly channel: number;
  readonly flags: ChannelFlags;
}

function removeChannel(context: Context, wanted: string, { channel, flags }: Wish) {
  return run(context, wanted, {
    ...{ kind: 'channel-remove', flags },
    start: (api, input) => ask(api, 'recorder.remove', { ...input, channel }),
  });
}

async function editChannel(
  context: Context,
  wanted: string,
  { channel, flags }: Wish,
): Promise<Outcome> {
  const { address, port, name, user } = flags;
  const edit = {
    ...(address === undefined ? {} : { address }),
    ...(port === undefined ? {} : { port }),
    ...(name === undefined ? {} : { name }),
    ...(user === undefined ? {} : { userName: user }),
  };
  const isOnlyPassword = flags.channelPasswordFile !== undefined;
  if (Object.keys(edit).length === 0 && !isOnlyPassword) {
    throw badInput(context.text.recorder.nothing);
  }
  const channelPassword = await readChannelPassword(context, flags);
  return await run(context, wanted, {
    ...{ kind: 'channel-edit', flags },
    start: (api, input) =>
      ask(api, 'recorder.edit', {
        ...{ ...input, channel, ...edit },
        ...(channelPassword === null ? {} : { channelPassword }),
      }),
  });
}

/** Of the camera; `null`: the saved one, if there is one. */
async function readChannelPassword(context: Context, flags: ChannelFlags): Promise<string | null> {
  const { channelPasswordFile } = flags;
  if (channelPasswordFile !== undefined) {
    return await readNewSecret(context, { passwordFile: channelPasswordFile });
  }
  if (!canAsk(context)) return null;
  return (await askHidden(context, context.text.recorder.askChannelPassword)) || null;
}

type Api = Parameters<Parameters<typeof withCore>[2]>[0]['api'];

interface ChannelRun {
  readonly kind: 'channel-remove' | 'channel-edit';
  readonly flags: RunFlags;
  readonly start: (
    api: Api,
    input: Pick<MethodInput<'recorder.remove'>, 'id' | 'secrets' | 'override'>,
  ) => Promise<Job>;
}

function run(
  context: Context,
  wanted: string,
  { kind, flags, start }: ChannelRun,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const { id } = await findOne(context, api, wanted);
    const act: Act = {
      ...{ kind, flags },
      isRun: ({ light }) => light !== 'stop',
      start: ({ secrets, override }) => start(api, { id, secrets, ...override }),
    };
    const outcome = await runActs(context, api, { ...act, ids: [id] });
    return { ...outcome, code: outcome.code ?? exitCodes.well };
  });
}
