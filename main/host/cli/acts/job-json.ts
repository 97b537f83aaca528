import type { Job, JobItem, JobSummary, PreflightLine } from '../../../contract/job.ts';
import type { CloudState, DeviceHealth } from '../../../contract/login.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import type { ChooserState, RecoveryCase, Reminder } from '../../../contract/recovery.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

const timeKey = /^(?:at|since)$|(?:At|Until)$/;

/** Times as ISO 8601 UTC, as everywhere in `--json`; the core counts milliseconds. */
function withIsoTimes(value: Json, key = ''): Json {
  if (typeof value === 'number' && timeKey.test(key)) return new Date(value).toISOString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each: Json) => withIsoTimes(each));
  // What a reason carries is for its words, and is given as it is.
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'params' ? inner : withIsoTimes(inner, name),
  ]);
  return Object.fromEntries(entries);
}

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
