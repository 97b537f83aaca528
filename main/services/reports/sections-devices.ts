import type { DeviceRow } from '../../contract/device.ts';
import { interpolate } from '../../contract/text/interpolate.ts';
import { columns, deviceCell, type ReportContext, refOf, said, triCell } from './context.ts';
import { type Cell, coded, count, empty, type Section, section, words } from './document.ts';

/** Device by device: what it is and how it stands. */
export function schedule(context: ReportContext): Section {
  const { text, rows } = context;
  const table = {
    columns: columns(context, [
      'name',
      'kind',
      'model',
      'serial',
      'mac',
      'firmware',
      'state',
      'note',
    ]),
    rows: rows.map((row) => [
      words(row.name),
      coded(row.kind, text.kinds[row.kind]),
      words(row.model),
      words(row.serial),
      words(row.mac),
      words(row.firmware),
      coded([row.presence, ...row.flags].join(' '), stateText(context, row)),
      words(said(context, row.note)),
    ]),
  };
  return section('schedule', text.reports.sections.schedule, { table });
}

export function network(context: ReportContext): Section {
  const { text, rows, isForClient } = context;
  const table = {
    columns: columns(context, ['device', 'address', 'mask', 'gateway', 'dhcp', 'ports', 'book']),
    rows: rows.map((row) => [
      deviceCell(refOf(row)),
      words(row.ipv4Address),
      words(row.ipv4Mask),
      words(row.ipv4Gateway),
      triCell(context, row.dhcpEnabled),
      words(portsOf(row)),
      // How to reach it from elsewhere is the installer's; the address on the site is the client's.
      isForClient
        ? words(row.bookHost === row.ipv4Address ? null : row.bookHost)
        : words(row.bookHost),
    ]),
  };
  return section('network', text.reports.sections.network, { table });
}

function portsOf({ commandPort, httpPort, httpsPort, sdkOverTlsPort }: DeviceRow): string {
  const ports = [
    ['SDK', commandPort],
    ['SDK TLS', sdkOverTlsPort],
    ['HTTP', httpPort],
    ['HTTPS', httpsPort],
  ] as const;
  return ports
    .filter(([, port]) => port !== null && port !== 0)
    .map(([name, port]) => `${name} ${port}`)
    .join(', ');
}

function stateText({ text }: ReportContext, row: DeviceRow): string {
  const flags = row.flags.map((flag) =>
    interpolate(text.flags[flag], { devices: row.sameAddress }),
  );
  return [text.presence[row.presence], ...flags].join(', ');
}

export function summary(context: ReportContext): Section {
  const { text, rows } = context;
  const kinds = Object.entries(Object.groupBy(rows, ({ kind }) => kind)).map(([kind, each]) => [
    coded(kind, text.kinds[kind as DeviceRow['kind']]),
    count(each?.length ?? 0),
  ]);
  const table = { columns: columns(context, ['kind', 'count']), rows: kinds };
  return section('summary', text.reports.sections.summary, { table });
}

/** Whether a lost password could be got back. No device tells what was set up: that stays unknown. */
export function recovery(context: ReportContext): Section {
  const { text, rows, cases, sources } = context;
  const words_ = text.reports;
  const kept = new Set(
    cases
      .filter(({ attachments }) => attachments.some(({ kind }) => kind === 'guid-file'))
      .map(({ device }) => device.id),
  );
  const table = {
    columns: columns(context, ['device', 'recovery', 'ways']),
    rows: rows.map((row): Cell[] => {
      const facts = sources.facts(row.id);
      const ways = [
        ...(facts.guid === true ? [words_.ways.guid] : []),
        ...(facts.securityQuestions === true ? [words_.ways.questions] : []),
        ...(facts.mailbox === true ? [words_.ways.email] : []),
      ];
      const isKept = kept.has(row.id);
      return [
        deviceCell(refOf(row)),
        coded(isKept ? 'kept' : null, isKept ? words_.recovery.kept : words_.recovery.unknown),
        words(ways.join(', ')),
      ];
    }),
  };
  return section('recovery', words_.sections.recovery, { table });
}

/** Only ever in a report that is sealed. */
export function access(context: ReportContext): Section {
  const { text, rows, sources, time } = context;
  const { sections, access: own } = text.reports;
  if (sources.vaultState() !== 'open') {
    return section('access', sections.access, { lines: [own.locked] });
  }
  const table = {
    columns: columns(context, ['device', 'address', 'user', 'password', 'from', 'proven']),
    rows: rows.map((row): Cell[] => {
      const login = sources.access(row.id);
      const device = [deviceCell(refOf(row)), words(row.ipv4Address)];
      if (login === null) return [...device, empty, empty, empty, empty];
      const { userName, password, scope, provenAt } = login;
      const from = coded(scope, own.scopes[scope]);
      return [...device, words(userName), words(password), from, time(provenAt)];
    }),
  };
  return section('access', sections.access, { table });
}
