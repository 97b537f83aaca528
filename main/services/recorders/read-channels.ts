import { decodeVideoInputs } from '../../protocol/isapi/channels.ts';
import {
  decodeProxyChannels,
  decodeProxyStatus,
  type ProxyChannel,
  type ProxyStatus,
} from '../../protocol/isapi/input-proxy.ts';
import { paths } from '../../protocol/isapi/paths.ts';
import { decodeProxySearch, type SeenCamera } from '../../protocol/isapi/proxy-search.ts';
import type { Decoded } from '../../protocol/isapi/read.ts';
import { causeOf, type ResponseStatus } from '../../protocol/isapi/response-status.ts';
import type { DeviceSession, LoginFailure } from '../login/logins.ts';

export interface ReadChannel {
  readonly channel: ProxyChannel;
  readonly status: ProxyStatus | null;
  /** Evidence of the recorder's own search, where the channel itself tells no serial. */
  readonly seen: SeenCamera | null;
}

export interface ReadChannels {
  readonly channels: readonly ReadChannel[];
  /** Analog inputs; `null`: not told. */
  readonly analog: number | null;
  /** Elements with passwords that were thrown away unread. */
  readonly droppedSecrets: number;
}

export type ChannelsResult =
  | { readonly kind: 'read'; readonly value: ReadChannels }
  | { readonly kind: 'failed'; readonly failure: LoginFailure }
  /** It is no recorder, or does not tell. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unclear'; readonly answer: string };

/** A recorder looks through its network before it answers. */
const searchTimeoutMs = 20_000;

/** List, state and, where a serial is missing, what the recorder sees in its network. Reads only. */
export async function readChannels(session: DeviceSession): Promise<ChannelsResult> {
  const listed = await get(session, paths.proxyChannels, decodeProxyChannels);
  if (listed.kind !== 'read') return listed;
  const states = await get(session, paths.proxyStatus, decodeProxyStatus);
  if (states.kind === 'failed' && isAboutLogin(states.failure)) return states;
  const { channels } = listed.value;
  const isLacking = channels.some(({ serial, address }) => serial === null && address !== null);
  const search = isLacking
    ? await get(session, paths.proxySearch, decodeProxySearch, searchTimeoutMs)
    : null;
  const inputs = await get(session, paths.videoInputs, decodeVideoInputs);
  const cameras = search?.kind === 'read' ? search.value.cameras : [];
  const dropped = search?.kind === 'read' ? search.value.droppedSecrets : 0;
  const statuses = states.kind === 'read' ? states.value : [];
  return {
    kind: 'read',
    value: {
      channels: channels.map((channel) => ({
        channel,
        status: statuses.find(({ id }) => id === channel.id) ?? null,
        seen: channel.serial === null ? seenAt(cameras, channel.address) : null,
      })),
      analog: inputs.kind === 'read' ? inputs.value.length : null,
      droppedSecrets: listed.value.droppedSecrets + dropped,
    },
  };
}

/** Two cameras at one address are no evidence for either. */
function seenAt(cameras: readonly SeenCamera[], address: string | null): SeenCamera | null {
  const there = cameras.filter((each) => each.address !== null && each.address === address);
  return there.length === 1 ? (there[0] ?? null) : null;
}

type Got<T> =
  | { readonly kind: 'read'; readonly value: T }
  | Exclude<ChannelsResult, { kind: 'read' }>;

async function get<T>(
  session: DeviceSession,
  path: string,
  decode: (body: Uint8Array) => Decoded<T>,
  timeoutMs?: number,
): Promise<Got<T>> {
  const answer = await session.request({
    ...{ method: 'GET', path },
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
  if (answer.kind === 'failed') return { kind: 'failed', failure: answer };
  const decoded = decode(answer.body);
  if (decoded.ok) return { kind: 'read', value: decoded.value };
  if (decoded.reason === 'refused') {
    const isAbsent = causeOf(decoded.status) === 'not-supported';
    return isAbsent ? { kind: 'absent' } : { kind: 'unclear', answer: wordsOf(decoded.status) };
  }
  if (answer.status === 403 || answer.status === 404) return { kind: 'absent' };
  return { kind: 'unclear', answer: `HTTP ${answer.status}, ${decoded.detail}` };
}

function wordsOf({ subCode, text }: ResponseStatus): string {
  return (subCode ?? text ?? '?').slice(0, 200);
}

/** After a refusal of the login nothing more is sent, so what is missing is not "not told". */
function isAboutLogin({ verdict }: LoginFailure): boolean {
  return verdict === 'wrong-password' || verdict === 'locked';
}
