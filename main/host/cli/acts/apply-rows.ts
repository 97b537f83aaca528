import type { Api } from '../../../contract/api.ts';
import type { PlanRow } from '../../../contract/job.ts';
import type { MethodInput } from '../../../contract/methods.ts';
import { ask, type Context, type Outcome, tell } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { requireConsent } from './consent.ts';
import { isStopped, planJson, planTable } from './plan-text.ts';
import { jobOutcome, overrideOf, type RunFlags, startAndFollow } from './run.ts';
import { readSecrets } from './secrets.ts';

export interface Apply {
  readonly rows: readonly PlanRow[];
  readonly flags: RunFlags;
  readonly isOneByOne: boolean;
  /** Goes into `--json` beside the run. */
  readonly data?: object;
}

type Change = MethodInput<'network.set'>['changes'][number];

function changeOf({ device, to, name }: PlanRow): readonly Change[] {
  if (device === null) return [];
  return [{ id: device.id, edit: to, ...(name === null ? {} : { name }) }];
}

/** Shows what differs, asks a person, takes the password, then changes what nothing stands against. */
export async function applyRows(context: Context, api: Api, apply: Apply): Promise<Outcome> {
  const { rows, flags, isOneByOne } = apply;
  const override = overrideOf(context, flags);
  tell(context, '{{table}}\n', { table: planTable(context, rows) });
  const going = rows.filter((row) => !isStopped(row));
  const changes = going.flatMap(changeOf);
  const devices = going.flatMap(({ device }) => (device === null ? [] : [device]));
  await requireConsent(context, { kind: 'network', devices });
  const secrets = await readSecrets(context, flags, { api, devices });
  const job = await startAndFollow(context, api, () =>
    ask(api, 'network.set', { changes, secrets, isOneByOne, ...override }),
  );
  const code = going.length < rows.length ? exitCodes.itemFailed : exitCodes.well;
  const data = apply.data ?? { plan: rows.map(planJson) };
  const outcome = jobOutcome(context, job, { data, code });
  const left = rows.filter(isStopped);
  return left.length === 0
    ? outcome
    : { ...outcome, human: `${outcome.human}\n\n${planTable(context, left)}` };
}
