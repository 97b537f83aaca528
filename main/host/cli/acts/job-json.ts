import type { Job, JobItem, JobSummary, PreflightLine } from '../../../contract/job.ts';
import type { CloudState, DeviceHealth } from '../../../contract/login.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import type { ChooserState, RecoveryCase, Reminder } from '../../../contract/recovery.ts';
import { type Json, withIsoTimes } from '../iso-times.ts';

/** A case, a reminder, a run, its list entry, an item, a pre-flight line or a reading as `--json` prints it. */
export function actJson(
  value:
    | Job
    | JobSummary
    | JobItem
    | PreflightLine
    | DeviceHealth
    | CloudState
    | RecoveryCase
    | Reminder
    | ChooserState
    | MethodOutput<'cases.offers'>['offers'][number],
): Json {
  return withIsoTimes(value as unknown as Json);
}
