import { shortSerialOf } from '../../../contract/columns.ts';
import { AppError } from '../../../contract/errors.ts';
import { formatIpv4, maskOfPrefix, parseIpv4 } from '../../../contract/ip.ts';
import type { NetworkEdit, PlanProblem, PlanRow } from '../../../contract/job.ts';
import type { FindResult } from '../../../domain/outcome.ts';
import type { DeviceRecord } from '../../../domain/record.ts';
import { deviceRefOf, labelOf } from '../../jobs/values.ts';
import { readPort, readTable, readYesNo } from '../../lib/table-file.ts';
import type { PlanSources } from './book.ts';
import { columnOf, type PlanColumn } from './headers.ts';
import { type Draft, draftFor, finish } from './rows.ts';

type Cells = ReadonlyMap<PlanColumn, string>;

/** More than a site has; a larger file is something else. */
const maxRows = 5000;
const maxCell = 200;

/**
 * A plan file: one line a device, found by serial or MAC. Columns in any order, by English, Italian or
 * Spanish names; comma, semicolon or tab between cells; an empty cell leaves the value as it is. Our own
 * export reads back as "no change".
 *
 * @throws AppError `job.bad-plan` when there is nothing to read it by
 */
export async function readPlan(
  sources: PlanSources,
  csv: string,
): Promise<{ rows: PlanRow[]; problems: string[] }> {
  const table = readTable(csv, { columnOf, maxLines: maxRows, maxCell, refuse: bad });
  const { columns, lines, problems, headLine } = table;
  if (!columns.includes('serial') && !columns.includes('mac')) {
    throw bad('missing-column: serial, mac', headLine);
  }
  const drafts = lines.map(({ line, cells }) => draftOf(sources, cells, line));
  return { rows: await finish(sources, drafts), problems };
}

function bad(problem: string, line: number): AppError<'job.bad-plan'> {
  return new AppError('job.bad-plan', { problem, line });
}

function draftOf(sources: PlanSources, cells: Cells, line: number): Draft {
  const { edit, problems } = readEdit(cells);
  const name = cells.get('name')?.slice(0, 120) ?? null;
  const wanted = cells.get('serial') ?? cells.get('mac') ?? null;
  const source = { line, wanted, name };
  const found = findDevice(sources, cells);
  if (found.record !== null) return draftFor(found.record, edit, { ...source, problems });
  return {
    ...{ ...source, record: null, device: null, from: null, to: edit },
    problems: [found.problem, ...problems],
  };
}

type Found =
  | { readonly record: DeviceRecord; readonly problem: null }
  | { readonly record: null; readonly problem: PlanProblem };

/** Serial and MAC of a line must not name two devices. */
function findDevice(sources: PlanSources, cells: Cells): Found {
  const words = (['serial', 'mac'] as const).flatMap((column) => {
    const word = cells.get(column);
    return word === undefined ? [] : [word];
  });
  if (words.length === 0) {
    return refused('missing-column', { column: 'serial, mac' });
  }
  const ids = new Set<string>();
  for (const word of words) {
    const result = sources.find(word);
    if (result.kind === 'many') return ambiguous(sources, result.ids);
    if (result.kind === 'one') ids.add(result.id);
  }
  const [id, second] = ids;
  if (id === undefined) return refused('unknown-device', {});
  const known = [...ids].flatMap((one) => sources.record(one as DeviceRecord['id']) ?? []);
  if (second !== undefined)
    return ambiguous(
      sources,
      known.map((record) => record.id),
    );
  const [record] = known;
  return record === undefined ? refused('unknown-device', {}) : { record, problem: null };
}

function refused(code: PlanProblem['code'], params: PlanProblem['params']): Found {
  return { record: null, problem: { code, level: 'stop', params } };
}

const maxCandidates = 5;

function ambiguous(
  { record }: PlanSources,
  ids: Extract<FindResult, { kind: 'many' }>['ids'],
): Found {
  const labels = ids.slice(0, maxCandidates).flatMap((id) => {
    const known = record(id);
    if (known === undefined) return [];
    const ref = deviceRefOf(known);
    return [ref.serial === null ? labelOf(ref) : shortSerialOf(ref.serial)];
  });
  return refused('ambiguous-device', { candidates: labels.join(', ') });
}

function readEdit(cells: Cells): { edit: NetworkEdit; problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const place = readAddress(cells);
  const dhcp = readYesNo(cells.get('dhcp') ?? '');
  const isDhcp = place.isDhcp || dhcp === true;
  const gateway = cells.get('gateway');
  const ports = {
    commandPort: readPort(cells.get('commandPort')),
    httpPort: readPort(cells.get('httpPort')),
    sdkOverTlsPort: readPort(cells.get('tlsPort')),
  };
  if (Object.values(ports).some((port) => port === 'bad')) {
    problems.push({ code: 'bad-port', level: 'stop', params: {} });
  }
  const good = Object.entries(ports).filter(([, port]) => typeof port === 'number');
  const edit: NetworkEdit = {
    ...(place.address === null ? {} : { ipv4Address: short(place.address) }),
    ...(place.mask === null ? {} : { ipv4Mask: short(place.mask) }),
    ...(gateway === undefined ? {} : { ipv4Gateway: short(gateway) }),
    ...(isDhcp ? { dhcpEnabled: true } : {}),
    ...(!isDhcp && dhcp === false ? { dhcpEnabled: false } : {}),
    ...Object.fromEntries(good),
  };
  return { edit: isDhcp ? withoutPlace(edit) : edit, problems };
}

/** With DHCP the server gives address, mask and gateway; what the file still says of them is of before. */
function withoutPlace(edit: NetworkEdit): NetworkEdit {
  const { ipv4Address: _address, ipv4Mask: _mask, ipv4Gateway: _gateway, ...rest } = edit;
  return rest;
}

/** `a.b.c.d`, `a.b.c.d/n`, or the word DHCP where others have an address. */
function readAddress(cells: Cells): {
  address: string | null;
  mask: string | null;
  isDhcp: boolean;
} {
  const cell = cells.get('address') ?? null;
  const mask = readMask(cells.get('mask') ?? null);
  if (cell === null) return { address: null, mask, isDhcp: false };
  if (/^dhcp$/i.test(cell)) return { address: null, mask, isDhcp: true };
  const [address = '', prefix] = cell.split('/');
  const ownMask = prefix === undefined ? null : readMask(prefix);
  return { address: address.trim(), mask: mask ?? ownMask, isDhcp: false };
}

/** A dotted mask, `24` or `/24`. What is none of these stays as it is, to be shown as bad. */
function readMask(text: string | null): string | null {
  if (text === null || parseIpv4(text) !== null) return text;
  const match = /^\/?(\d{1,2})$/.exec(text.trim());
  const prefix = Number(match?.[1] ?? Number.NaN);
  return prefix <= 32 ? formatIpv4(maskOfPrefix(prefix)) : text;
}

function short(text: string): string {
  return text.slice(0, 45);
}
