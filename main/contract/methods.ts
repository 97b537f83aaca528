import { z } from 'zod';
import { device, deviceDetail, deviceEvent, deviceId, deviceKind, deviceRow } from './device.ts';
import {
  auditLine,
  job,
  jobSummary,
  networkEdit,
  planRow,
  preflightLine,
  secrets,
  skippedAddress,
} from './job.ts';
import { exportFormats, overrideWords } from './lists.ts';
import type { MethodSpec } from './method-spec.ts';
import { bookMethods } from './methods-book.ts';
import { guideMethods } from './methods-guides.ts';
import { loginMethods } from './methods-login.ts';
import { recoveryMethods } from './methods-recovery.ts';
import { reportMethods } from './methods-reports.ts';
import { tableMethods } from './methods-table.ts';
import { trainingMethods } from './methods-training.ts';
import { vaultMethods } from './methods-vault.ts';
import { discoveryStatus, doctorCheck, sweepStatus } from './network.ts';
import { locales, settings, settingsPatch, tableLayout } from './settings.ts';
import { site } from './site.ts';

export { exportFormats } from './lists.ts';
export { effects, type MethodSpec } from './method-spec.ts';

const none = z.strictObject({});
const done = z.object({});
const ids = z.array(deviceId).min(1).max(20_000);
const jobRef = z.strictObject({ id: z.string().max(80) });
const overrideWord = z.enum(overrideWords);
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
      kind: deviceKind.nullable().optional(),
    }),
    output: done,
  },
  /** Local only: sends nothing, the device and its cloud binding stay as they are. */
  'devices.remove': {
    effect: 'write',
    input: z.strictObject({
      ids,
      /** Of a site that is authorised in Hik-ProConnect: those not added by address need this word. */
      acceptAuthorised: z.boolean().default(false),
    }),
    output: done,
  },
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
  /** Whether an installer is authorised for this site in Hik-ProConnect; its devices cannot be deleted there. */
  'sites.setAuthorised': {
    effect: 'write',
    input: z.strictObject({ id: z.string().max(80), isAuthorised: z.boolean() }),
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
  /** Traffic lights for each device; asks the device where that needs no password. */
  'jobs.preflight': {
    effect: 'device',
    input: z.strictObject({
      kind: z.enum([
        'unbind',
        'unbind-panel',
        'activate',
        'cloud',
        'restore-inactive',
        'network',
        'password',
        'reset',
        'reboot',
        'channel-remove',
        'channel-edit',
        'restore-config',
      ]),
      ids,
    }),
    output: z.object({ lines: z.array(preflightLine) }),
  },
  'jobs.list': {
    effect: 'read',
    input: z.strictObject({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.object({ jobs: z.array(jobSummary) }),
  },
  'jobs.get': { effect: 'read', input: jobRef, output: job },
  /** Finishes the devices under way, starts no other. */
  'jobs.pause': { effect: 'write', input: jobRef, output: job },
  /**
   * Goes on with a paused or interrupted job. Passwords are not kept on disk, so after a restart they
   * are asked for again; items in flight are read, never repeated.
   */
  'jobs.resume': {
    effect: 'device',
    input: z.strictObject({
      id: z.string().max(80),
      secrets: secrets.optional(),
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'jobs.cancel': { effect: 'write', input: jobRef, output: job },
  'jobs.dismiss': { effect: 'write', input: jobRef, output: done },
  /** Re-reads the devices of a job and corrects verdicts that were open; sends no command. */
  'jobs.recheck': { effect: 'device', input: jobRef, output: job },
  'jobs.undo': {
    effect: 'device',
    input: z.strictObject({ id: z.string().max(80), secrets }),
    output: job,
  },
  /** Printable page of a job: verdicts, evidence, checklist; HTML without script. */
  'jobs.print': {
    effect: 'read',
    input: z.strictObject({ id: z.string().max(80), locale: z.enum(locales) }),
    output: z.object({ fileName: z.string(), html: z.string() }),
  },
  /** Checks values for a device without sending anything but an ARP question. */
  'network.check': {
    effect: 'device',
    input: z.strictObject({ id: deviceId, edit: networkEdit }),
    output: z.object({ row: planRow }),
  },
  /** Addresses counted upwards from a start, used ones skipped. */
  'network.assign': {
    effect: 'device',
    input: z.strictObject({
      ids,
      first: z.string().trim().max(15),
      mask: z.string().trim().max(15).optional(),
      gateway: z.string().trim().max(15).optional(),
    }),
    output: z.object({ rows: z.array(planRow), skipped: z.array(skippedAddress) }),
  },
  'network.readPlan': {
    effect: 'device',
    input: z.strictObject({ csv: z.string().max(1_000_000) }),
    output: z.object({ rows: z.array(planRow), problems: z.array(z.string()) }),
  },
  /** Proposes free addresses for every group that shares one. */
  'network.proposeResolve': {
    effect: 'device',
    input: z.strictObject({ ids: ids.optional() }),
    output: z.object({
      groups: z.array(z.object({ address: z.string(), rows: z.array(planRow) })),
      skipped: z.array(skippedAddress),
    }),
  },
  'network.set': {
    effect: 'device',
    input: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            id: deviceId,
            edit: networkEdit,
            name: z.string().trim().max(120).optional(),
          }),
        )
        .min(1)
        .max(5000),
      secrets,
      /** One device after the other, each confirmed before the next (duplicate addresses). */
      isOneByOne: z.boolean().default(false),
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'devices.activate': { effect: 'device', input: z.strictObject({ ids, secrets }), output: job },
  'devices.unbind': {
    effect: 'device',
    input: z.strictObject({
      ids,
      secrets,
      /** Runs devices whose status is unknown too; their best verdict is "accepted". */
      includeUnknown: z.boolean().default(false),
      /** Keeps devices that are offline in the cloud in a queue and goes on when they come online. */
      waitForInternet: z.boolean().default(true),
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'devices.unbindPanel': {
    effect: 'device',
    input: z.strictObject({ id: deviceId, code: z.string().trim().min(1).max(512) }),
    output: job,
  },
  'devices.setCloud': {
    effect: 'device',
    input: z.strictObject({
      ids,
      isEnabled: z.boolean(),
      secrets,
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'devices.setVerificationCode': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      code: z.string().max(64),
      secrets,
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'devices.restoreInactive': {
    effect: 'device',
    input: z.strictObject({
      id: deviceId,
      /** The last four of the serial, typed by the operator. */
      confirmSerial: z.string().trim().max(8),
      secrets,
      override: overrideWord.optional(),
    }),
    output: job,
  },
  'devices.locate': {
    effect: 'device',
    input: z.strictObject({ ids, isOn: z.boolean().default(true) }),
    output: job,
  },
  /** What the device will accept and what is recommended, for a password that is being typed. */
  'passwords.check': {
    effect: 'read',
    input: z.strictObject({
      password: z.string().max(128),
      userName: z.string().max(64).optional(),
    }),
    output: z.object({
      willAccept: z.boolean(),
      isRecommended: z.boolean(),
      problems: z.array(z.string()),
      kinds: z.number().int(),
    }),
  },
  'audit.list': {
    effect: 'read',
    input: z.strictObject({
      jobId: z.string().max(80).optional(),
      limit: z.number().int().min(1).max(5000).default(500),
    }),
    output: z.object({ lines: z.array(auditLine) }),
  },
  'audit.verify': {
    effect: 'read',
    input: none,
    output: z.object({
      isIntact: z.boolean(),
      lines: z.number().int(),
      /** First line whose hash does not fit. */
      brokenAt: z.number().int().nullable(),
    }),
  },
  ...tableMethods,
  ...bookMethods,
  ...loginMethods,
  ...vaultMethods,
  ...recoveryMethods,
  ...guideMethods,
  ...reportMethods,
  ...trainingMethods,
} as const satisfies Record<string, MethodSpec>;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
/** What a caller may pass (defaults still optional). */
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
/** What a handler gets (defaults filled in). */
export type MethodParsed<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;
