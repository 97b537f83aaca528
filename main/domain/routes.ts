import type { DeviceKind } from '../contract/device.ts';
import type { Reason, Route, Verdict } from '../contract/job.ts';

export interface RouteFacts {
  readonly verdict: Verdict | null;
  readonly reason: Reason;
  readonly kind: DeviceKind;
}

/** What the LAN cannot do now, but may later: the way over the LAN stays open. */
const lanLater: ReadonlySet<Reason> = new Set([
  'cloud-offline',
  'cloud-off',
  'status-unknown',
  'not-activated',
  'locked',
  'attempts-low',
  'same-password',
  'group-stopped',
  'wrong-password',
  'no-password',
  'denied',
  'offline',
  'silent',
  'not-applied',
]);

/** Without the device's own password, the phone and the recorder's menu ask for the same one. */
const passwordTroubles: ReadonlySet<Reason> = new Set([
  'wrong-password',
  'same-password',
  'attempts-low',
  'locked',
  'group-stopped',
  'no-password',
]);

/** Nothing about unbinding is left to do, or it is nothing of ours. */
const needsNoRoute: ReadonlySet<Reason> = new Set(['not-hikvision', 'ready']);

/**
 * The ways to free a device from its account that are left, cheapest first: over the LAN, a phone in the
 * device's own LAN, the recorder's own menu, the owner's account, and last a case with the vendor's support.
 *
 * - Phone and recorder menu ask for the device's password too, so a password that nobody knows, or a lock,
 *   leaves the owner and support. They do not help a device that is not activated either.
 * - The phone needs the device to be online as much as the LAN does.
 * - "Different areas" is said by the cloud: an account of the device's own area can still do it, on the
 *   phone or by its owner.
 * - Deleting an alarm panel's users takes the installers' accounts along, so there the owner comes first.
 */
export function routesFor({ verdict, reason, kind }: RouteFacts): readonly Route[] {
  if (verdict === 'verified' || verdict === 'already' || needsNoRoute.has(reason)) return [];
  if (verdict === null) return ['lan'];
  const isSecretUnknown = passwordTroubles.has(reason);
  const isInactive = reason === 'not-activated';
  const canType = !isSecretUnknown && !isInactive;
  const hasPhone = canType && reason !== 'cloud-off' && kind !== 'panel';
  const hasMenu = canType && kind === 'recorder';
  return [
    ...(lanLater.has(reason) ? (['lan'] as const) : []),
    ...(hasPhone ? (['phone-on-lan'] as const) : []),
    ...(hasMenu ? (['recorder-menu'] as const) : []),
    'owner-account',
    'support-case',
  ];
}
