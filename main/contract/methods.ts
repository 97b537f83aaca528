import { z } from 'zod';
import { device, deviceDetail, deviceEvent, deviceId, deviceRow } from './device.ts';
import { discoveryStatus, doctorCheck, sweepStatus } from './network.ts';
import { locales, settings, settingsPatch, tableLayout } from './settings.ts';
import { site } from './site.ts';

export const effects = ['read', 'write', 'device'] as const;

/** `device` methods put packets on the wire or change a device; the core writes an audit line. */
export interface MethodSpec {
  readonly effect: (typeof effects)[number];
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}

const none = z.strictObject({});
const done = z.object({});
const ids = z.array(deviceId).min(1).max(20_000);
const siteName = z.string().trim().min(1).max(120);

/** State first, then changes: the snapshot's `seq` is the last event it already contains. */
export const fleetSnapshot = z.object({
  seq: z.number().int().nonnegative(),
  rows: z.array(deviceRow),
  status: discoveryStatus,
  site,
  sweep: sweepStatus.nullable(),
});
export type FleetSnapshot = z.infer<typeof fleetSnapshot>;

export const appInfo = z.object({
  version: z.string(),
  host: z.enum(['electron', 'web', 'cli', 'test']),
  platform: z.string(),
  node: z.string(),
  dataDir: z.string(),
  isDemo: z.boolean(),
  /** Bytes sent to an address that is not private, link-local, multicast or broadcast. */
  bytesOutsideLan: z.number().int().nonnegative(),
});
export type AppInfo = z.infer<typeof appInfo>;

export const exportFormats = ['csv', 'xlsx', 'json'] as const;

export const methods = {
  'app.info': { effect: 'read', input: none, output: appInfo },
  'devices.snapshot': { effect: 'read', input: none, output: fleetSnapshot },
  'devices.list': {
    effect: 'read',
    input: z.strictObject({ includeRemoved: z.boolean().optional() }),
    output: z.object({ devices: z.array(device) }),
  },
  'devices.get': {
    effect: 'read',
    input: z.strictObject({ id: deviceId }),
    output: deviceDetail,
  },
  /** Finds by serial, unique serial tail (4+), MAC in any spelling or saved name; never by IP. */
  'devices.find': {
    effect: 'read',
    input: z.strictObject({ wanted: z.string().trim().min(1).max(128) }),
    output: z.object({ device }),
  },
  'devices.edit': {
    effect: 'write',
    input: z.strictObject({
      id: deviceId,
      name: z.string().trim().max(120).nullable().optional(),
      note: z.string().max(4000).nullable().optional(),
      kind: z.enum(['camera', 'recorder', 'intercom', 'panel', 'unknown']).nullable().optional(),
    }),
    output: done,
  },
  /** Local only: sends nothing, the device and its cloud binding stay as they are. */
  'devices.remove': { effect: 'write', input: z.strictObject({ ids }), output: done },
  'devices.restore': { effect: 'write', input: z.strictObject({ ids }), output: done },
  'devices.events': {
    effect: 'read',
    input: z.strictObject({
      id: deviceId.optional(),
      limit: z.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({ events: z.array(deviceEvent) }),
  },
  'devices.export': {
    effect: 'read',
    input: z.strictObject({
      format: z.enum(exportFormats),
      /** Rows in this order; all rows of the site when absent. */
      ids: ids.optional(),
      /** Column ids in this order (`contract/columns.ts`); all when absent. */
      columns: z.array(z.string().max(40)).min(1).max(80).optional(),
      locale: z.enum(locales),
    }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  },
  'discovery.status': { effect: 'read', input: none, output: discoveryStatus },
  'discovery.probe': { effect: 'device', input: none, output: discoveryStatus },
  'discovery.setAdapter': {
    effect: 'write',
    input: z.strictObject({ id: z.string().min(1).max(200), enabled: z.boolean().nullable() }),
    output: discoveryStatus,
  },
  'discovery.dismiss': {
    effect: 'write',
    input: z.strictObject({ id: z.string().min(1).max(200) }),
    output: done,
  },
  'sweep.start': {
    effect: 'device',
    input: z.strictObject({ cidr: z.string().trim().min(1).max(64) }),
    output: sweepStatus,
  },
  'sweep.cancel': { effect: 'write', input: none, output: sweepStatus },
  'sweep.status': {
    effect: 'read',
    input: none,
    output: z.object({ sweep: sweepStatus.nullable() }),
  },
  'doctor.run': {
    effect: 'device',
    input: none,
    output: z.object({ checks: z.array(doctorCheck), ranAt: z.number() }),
  },
  'sites.list': { effect: 'read', input: none, output: z.object({ sites: z.array(site) }) },
  'sites.create': { effect: 'write', input: z.strictObject({ name: siteName }), output: site },
  'sites.rename': {
    effect: 'write',
    input: z.strictObject({ id: z.string().max(80), name: siteName }),
    output: site,
  },
  'sites.use': {
    effect: 'write',
    input: z.strictObject({ id: z.string().max(80) }),
    output: site,
  },
  'sites.delete': {
    effect: 'write',
    input: z.strictObject({ id: z.string().max(80) }),
    output: done,
  },
  'settings.get': { effect: 'read', input: none, output: settings },
  'settings.set': { effect: 'write', input: settingsPatch, output: settings },
  'layout.get': { effect: 'read', input: none, output: tableLayout },
  'layout.set': { effect: 'write', input: tableLayout, output: tableLayout },
} as const satisfies Record<string, MethodSpec>;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller may pass (defaults still optional). */
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
/** What a handler gets (defaults filled in). */
export type MethodParsed<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
