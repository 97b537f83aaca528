import type { Job, JobItem } from '../../../contract/job.ts';
import type { Text } from '../../../contract/text/index.ts';
import { kindOfModel } from '../../../domain/classify.ts';
import { type Html, html, nothing } from './html.ts';

type Check = keyof Text['print']['checks'];

/** What is ticked once for the whole site, by kind of job. */
const siteChecks: Readonly<Partial<Record<Job['kind'], readonly Check[]>>> = {
  unbind: ['users-removed', 'password-changed', 'recordings-kept', 'backup-made', 'recovery-set'],
  'unbind-panel': ['users-removed', 'password-changed', 'recovery-set'],
  activate: ['password-changed', 'recovery-set'],
  'restore-inactive': ['password-changed', 'recovery-set', 'backup-made'],
};

/** What is ticked for each device: a person's own look, with name and date. */
function deviceChecks(kind: Job['kind'], { device }: JobItem): Check[] {
  if (kind !== 'unbind' && kind !== 'unbind-panel') return [];
  const isRecorder = kindOfModel({ ...(device.model && { model: device.model }) }) === 'recorder';
  return ['list-empty', ...(isRecorder ? (['cameras-checked'] as const) : [])];
}

/** Boxes to tick by hand, a line for each device and the closing ones for the site. */
export function checklist(job: Job, text: Text): Html {
  const { print } = text;
  const site = siteChecks[job.kind];
  if (site === undefined) return nothing;
  const rows = job.items
    .map((item) => ({ item, checks: deviceChecks(job.kind, item) }))
    .filter(({ checks }) => checks.length > 0)
    .map(({ item, checks }) => deviceRow(item, checks, text));
  const headings = [print.device, print.serial, print.verdict, print.checklist, print.signature];
  const table =
    rows.length === 0
      ? nothing
      : html`<table><thead><tr>${headings.map((one) => html`<th>${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
  return html`<h2>${print.checklist}</h2>
${table}
<ul class="ticks">${site.map((check) => tick(check, text))}</ul>`;
}

function deviceRow(
  { device, verdict, state }: JobItem,
  checks: readonly Check[],
  text: Text,
): Html {
  const word = verdict === null ? text.itemStates[state] : text.verdicts[verdict];
  const ticks = checks.map((check) => tick(check, text));
  return html`<tr><td>${device.name ?? device.model}</td><td class="mono">${device.shortSerial ?? device.mac}</td><td>${word}</td><td><ul class="ticks">${ticks}</ul></td><td></td></tr>
`;
}

function tick(check: Check, { print }: Text): Html {
  return html`<li><span class="tick"></span>${print.checks[check]}</li>
`;
}
