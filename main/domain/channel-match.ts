import type { RecorderChannel } from '../contract/login.ts';
import { macKeyOf, serialKeyOf } from './identity.ts';

/** What a recorder tells of the camera behind one of its channels; `null`: not told. */
export interface ChannelEvidence {
  readonly serial: string | null;
  readonly mac: string | null;
  readonly address: string | null;
}

/** A device that may be that camera. */
export interface CameraCandidate<T> {
  readonly camera: T;
  readonly serial: string | null;
  readonly macs: readonly string[];
  readonly address: string | null;
}

export interface ChannelMatch<T> {
  readonly kind: RecorderChannel['match']['kind'];
  readonly why: RecorderChannel['match']['why'];
  readonly camera: T | null;
  /** What the other evidence says, where it says something else. */
  readonly other: T | null;
}

/**
 * Which device a channel is. Recorders were seen to tell serials twice or wrong, and addresses change hands:
 * only both together are sure, everything else is asked. A serial or a MAC says who, an address says where.
 */
export function matchChannel<T>(
  channel: ChannelEvidence,
  candidates: readonly CameraCandidate<T>[],
  said: T | null,
): ChannelMatch<T> {
  if (said !== null) return { kind: 'sure', why: 'person', camera: said, other: null };
  const byIdentity = candidates.filter((each) => isNamed(channel, each));
  const byAddress = candidates.filter(
    ({ address }) => address !== null && address === channel.address,
  );
  const both = byIdentity.find((each) => byAddress.includes(each));
  if (both !== undefined) return { kind: 'sure', why: 'both', camera: both.camera, other: null };
  const [named] = byIdentity;
  const [placed] = byAddress;
  const other = placed?.camera ?? null;
  if (named !== undefined) {
    // Behind the recorder's own ports, or met nowhere yet: there is no address to compare.
    const isAlone = channel.address === null || named.address === null;
    const why = isAlone && other === null ? 'serial-only' : 'serial';
    return { kind: 'ask', why, camera: named.camera, other };
  }
  if (placed === undefined) return { kind: 'none', why: 'nothing', camera: null, other: null };
  const why = isOtherThan(channel, placed) ? 'address' : 'address-only';
  return { kind: 'ask', why, camera: placed.camera, other: byAddress[1]?.camera ?? null };
}

function isNamed<T>(channel: ChannelEvidence, { serial, macs }: CameraCandidate<T>): boolean {
  const told = serialKeyOf(channel.serial);
  if (told !== null && told === serialKeyOf(serial)) return true;
  const mac = macKeyOf(channel.mac);
  return told === null && mac !== null && macs.includes(mac);
}

/** Both have a name, and it is not the same one. */
function isOtherThan<T>(channel: ChannelEvidence, { serial }: CameraCandidate<T>): boolean {
  const told = serialKeyOf(channel.serial);
  const own = serialKeyOf(serial);
  return told !== null && own !== null && told !== own;
}
