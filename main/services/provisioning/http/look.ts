import type { DeviceRecord } from '../../../domain/record.ts';
import type { HttpClientResult } from '../../../ports/http-client.ts';
import { decodeActivateStatus } from '../../../protocol/isapi/activate-status.ts';
import { paths } from '../../../protocol/isapi/paths.ts';
import { decodeText } from '../../../protocol/text.ts';
import type { ItemContext } from '../../jobs/types.ts';
import { sleep } from '../../lib/sleep.ts';
import type { LoginTarget } from '../../login/logins.ts';
import type { RunnerParts } from '../options.ts';
import { viewOf } from '../reading.ts';

/** What one look without a login showed; `null`: not told. */
export interface Look {
  /** Epoch ms. */
  readonly at: number;
  /** The same by the clock that nobody sets. */
  readonly elapsedAt: number;
  /** Its web server said something. */
  readonly isHttpUp: boolean;
  /** It answered by any way. */
  readonly isThere: boolean;
  readonly isActivated: boolean | null;
  /** SADP told that, by the device's own MAC; a web server without a login may be anybody's. */
  readonly isSurelyIt: boolean;
  /** As SADP tells it, in the device's own time. */
  readonly bootTime: string | null;
  readonly address: string | null;
}

export interface Watched<T> {
  readonly found: T | null;
  /** It was away at least once. */
  readonly wasGone: boolean;
  /** It answered the last look. */
  readonly isThere: boolean;
  /** The last look that it answered; `null`: it never did. */
  readonly last: Look | null;
}

export interface WatchOptions<T> {
  readonly target: LoginTarget;
  readonly timeoutMs: number;
  /** `null`: go on looking. */
  readonly judge: (look: Look, wasGone: boolean) => T | null | Promise<T | null>;
}

const probeMs = 2500;

/** Looks again and again, by SADP and by HTTP, until `judge` has seen enough or the time is over. */
export async function watchDevice<T>(
  parts: RunnerParts,
  context: ItemContext<unknown>,
  { target, timeoutMs, judge }: WatchOptions<T>,
): Promise<Watched<T>> {
  const { clock, timings } = parts;
  const endAt = clock.elapsed() + timeoutMs;
  let wasGone = false;
  let isThere = false;
  let last: Look | null = null;
  do {
    const look = await lookOnce(parts, context, target);
    ({ isThere } = look);
    wasGone ||= !isThere;
    if (isThere) last = look;
    const found = await judge(look, wasGone);
    if (found !== null) return { found, wasGone, isThere, last };
    await sleep(clock, timings.pauseMs, context.signal);
  } while (clock.elapsed() < endAt && !context.signal.aborted);
  return { found: null, wasGone, isThere, last };
}

export async function lookOnce(
  { logins, clock, timings }: RunnerParts,
  { commands, device }: Pick<ItemContext<unknown>, 'commands' | 'device'>,
  target: LoginTarget,
): Promise<Look> {
  const { hasSadp } = viewOf(device);
  const [told, page] = await Promise.all([
    hasSadp ? commands.readUntil(device, () => true, Math.min(timings.readMs, probeMs)) : null,
    logins.plain(target, paths.activateStatus, probeMs),
  ]);
  const isHttpUp = isUp(page);
  return {
    at: clock.now(),
    elapsedAt: clock.elapsed(),
    isHttpUp,
    isThere: isHttpUp || told !== null,
    isActivated: told?.fields.activated ?? activatedBy(page),
    isSurelyIt: told?.fields.activated !== undefined,
    bootTime: told?.fields.bootTime ?? null,
    address: told?.fields.ipv4Address ?? page.address,
  };
}

/** Any word of a web server, a refusal as well; somebody who only takes the connection says nothing. */
export function isUp({ kind }: HttpClientResult): boolean {
  return kind !== 'unreachable' && kind !== 'timeout' && kind !== 'canceled' && kind !== 'not-http';
}

/** Also the refusal of an inactive device to any page tells it. */
export function activatedBy(page: HttpClientResult): boolean | null {
  const text = page.kind === 'ok' ? decodeText(page.body) : null;
  const status = text?.ok === true ? decodeActivateStatus(text.text) : null;
  return status?.ok === true ? status.activated : null;
}

/** It is known without SADP, and there is an address to log in at. */
export function hasHttpWay({ logins }: RunnerParts, device: DeviceRecord): boolean {
  const { hasSadp, vendor } = viewOf(device);
  return !hasSadp && vendor !== 'other' && logins.target(device) !== null;
}
