import { deviceId } from '../contract/device.ts';
import type { Claim } from './identity.ts';
import type { DeviceRecord } from './record.ts';

/** A device of which nothing is known but who it claims to be. */
export function newRecord(id: string, claim: Claim, siteId: string, at: number): DeviceRecord {
  const isKnown = claim.serial !== null || claim.mac !== null;
  return {
    id: deviceId.parse(id),
    formerIds: [],
    siteId,
    serial: claim.serial,
    nics: [],
    address: isKnown ? null : claim.address,
    sharedMac: claim.sharedMac,
    sources: {},
    via: [],
    generation: null,
    createdAt: at,
    firstSeenAt: null,
    lastSeenAt: null,
    restartedAt: null,
    boot: null,
    isConfirmed: false,
    name: null,
    note: null,
    kind: null,
    removedAt: null,
    book: null,
    editedAt: 0,
    revision: 0,
  };
}
