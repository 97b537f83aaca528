import type { BookEntry, BookTest, ImportRow } from '../../../../main/contract/book.ts';
import type { MethodInput } from '../../../../main/contract/methods.ts';

export type StepState = 'good' | 'caution' | 'stop' | 'open';

/** A step of a test and the core's words for it; `null` where only this screen has words. */
export interface TestStep {
  readonly id: 'name' | 'reach' | 'certificate' | 'activation' | 'login' | 'identity';
  readonly state: StepState;
  readonly key: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

const reachStates: Readonly<Record<BookTest['reach'], StepState>> = {
  open: 'good',
  redirect: 'caution',
  'not-tested': 'open',
  refused: 'stop',
  'no-route': 'stop',
  timeout: 'stop',
  'not-http': 'stop',
  tls: 'stop',
  'certificate-changed': 'stop',
};

const loginStates: Readonly<Record<BookTest['login'], StepState>> = {
  proven: 'good',
  'wrong-password': 'stop',
  locked: 'stop',
  'held-back': 'caution',
  'needs-consent-basic': 'caution',
  'not-activated': 'caution',
  unclear: 'open',
  unsupported: 'open',
  'no-password': 'open',
  'not-tested': 'open',
};

const certificateStates: Readonly<Record<BookTest['certificate']['state'], StepState>> = {
  none: 'open',
  'first-use': 'good',
  same: 'good',
  changed: 'stop',
};

/** "ab12 cd34 …": read aloud or compared by eye in groups of four. */
export function fingerprintText(fingerprint: string | null): string {
  return (fingerprint ?? '').match(/.{1,4}/g)?.join(' ') ?? '';
}

function certificateStep({ certificate }: BookTest): readonly TestStep[] {
  const { state, fingerprint, pinned } = certificate;
  if (state === 'none') return [];
  const shown = { fingerprint: fingerprintText(fingerprint), pinned: fingerprintText(pinned) };
  const key = `book/certificates/${state}`;
  return [{ id: 'certificate', state: certificateStates[state], key, params: shown }];
}

function identityStep({ identity }: BookTest): TestStep {
  const id = 'identity';
  if (identity === null) return { id, state: 'open', key: null, params: {} };
  const { model, serial } = identity;
  const params = { model: model ?? '?', serial: serial ?? '?' };
  return { id, state: 'good', key: 'book/identity', params };
}

/** The test in its own order; a certificate only where one was shown. */
export function stepsOf(entry: BookEntry, test: BookTest): readonly TestStep[] {
  const address = test.address ?? entry.host;
  const place = { host: entry.host, address, port: entry.httpPort, redirect: test.redirect ?? '' };
  const isNamed = test.name === 'resolved' || test.name === 'not-needed';
  const active = test.activated === null ? 'unknown' : test.activated ? 'yes' : 'no';
  const activeState = test.activated === null ? 'open' : test.activated ? 'good' : 'caution';
  return [
    {
      id: 'name',
      state: isNamed ? 'good' : 'stop',
      key: `book/names/${test.name}`,
      params: place,
    },
    {
      id: 'reach',
      state: reachStates[test.reach],
      key: `book/reaches/${test.reach}`,
      params: place,
    },
    ...certificateStep(test),
    {
      id: 'activation',
      state: activeState,
      key: `book/activations/${active}`,
      params: {},
    },
    {
      id: 'login',
      state: loginStates[test.login],
      key: `book/logins/${test.login}`,
      params: {},
    },
    identityStep(test),
  ];
}

export type Fix = 'certificate' | 'basic' | 'redirect' | 'password' | 'override';

const passwordFixes: readonly BookTest['login'][] = ['wrong-password', 'no-password', 'unclear'];

/** What a person can do on the spot about the test; testing again is always there. */
export function fixesOf(test: BookTest): readonly Fix[] {
  const fixes: Fix[] = [];
  if (test.certificate.state === 'changed') fixes.push('certificate');
  if (test.reach === 'redirect' && redirectOf(test) !== null) fixes.push('redirect');
  if (test.login === 'needs-consent-basic') fixes.push('basic');
  if (test.login === 'held-back') fixes.push('override');
  if (passwordFixes.includes(test.login)) fixes.push('password');
  return fixes;
}

/** Where the device wants to be reached instead, as an edit of its entry. */
export function redirectOf(
  test: Pick<BookTest, 'redirect'>,
): Pick<MethodInput<'book.edit'>, 'httpPort' | 'isTls'> | null {
  if (test.redirect === null || !URL.canParse(test.redirect)) return null;
  const { protocol, port } = new URL(test.redirect);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const isTls = protocol === 'https:';
  return { isTls, httpPort: port === '' ? usualPort(isTls) : Number(port) };
}

/** What is typed about an entry. Ports are text until they are sent. */
export interface EntryDraft {
  readonly name: string;
  readonly host: string;
  readonly port: string;
  readonly isTls: boolean;
  readonly commandPort: string;
  readonly userName: string;
  readonly isBasicAllowed: boolean;
}

export function usualPort(isTls: boolean): number {
  return isTls ? 443 : 80;
}

export const newDraft: EntryDraft = {
  name: '',
  host: '',
  port: '80',
  isTls: false,
  commandPort: '8000',
  userName: 'admin',
  isBasicAllowed: false,
};

export function draftOf(entry: BookEntry, name: string | null): EntryDraft {
  const { host, isTls, userName, isBasicAllowed } = entry;
  return {
    name: name ?? '',
    ...{ host, isTls, userName, isBasicAllowed },
    port: String(entry.httpPort),
    commandPort: String(entry.commandPort),
  };
}

/** The usual port goes along with the way; one that somebody chose stays. */
export function withTls(draft: EntryDraft, isTls: boolean): EntryDraft {
  const isUsual = draft.port.trim() === '' || draft.port.trim() === String(usualPort(draft.isTls));
  return { ...draft, isTls, port: isUsual ? String(usualPort(isTls)) : draft.port };
}

export type DraftField = 'host' | 'port' | 'commandPort' | 'userName';

export function isPort(typed: string): boolean {
  const port = Number(typed.trim());
  return /^\d{1,5}$/.test(typed.trim()) && port >= 1 && port <= 65_535;
}

/** The first field that cannot be sent as it is; whether a host is one, the core says. */
export function draftProblem(draft: EntryDraft): DraftField | null {
  if (draft.host.trim() === '') return 'host';
  if (!isPort(draft.port)) return 'port';
  if (!isPort(draft.commandPort)) return 'commandPort';
  return draft.userName.trim() === '' ? 'userName' : null;
}

/** `https://cam.example.lan:8443` typed as one: its parts take the places of the usual values. */
export function splitHost(draft: EntryDraft): EntryDraft {
  const match = /^(?:(https?):\/\/)?([^/:@?#\s]+)(?::(\d{1,5}))?\/?$/i.exec(draft.host.trim());
  const [, scheme, host, port] = match ?? [];
  if (host === undefined || (scheme === undefined && port === undefined)) return draft;
  const isTls = scheme === undefined ? draft.isTls : scheme.toLowerCase() === 'https';
  return { ...withTls(draft, isTls), host, ...(port === undefined ? {} : { port }) };
}

/** Only what differs, so that nothing is taken away that was not touched. */
export function editOf(
  entry: BookEntry,
  name: string | null,
  draft: EntryDraft,
): Omit<MethodInput<'book.edit'>, 'id'> {
  const host = draft.host.trim();
  const [httpPort, commandPort] = [Number(draft.port), Number(draft.commandPort)];
  const [userName, typedName] = [draft.userName.trim(), draft.name.trim()];
  const newName = typedName === '' ? null : typedName;
  const { isTls, isBasicAllowed } = draft;
  return {
    ...(host === entry.host ? {} : { host }),
    ...(httpPort === entry.httpPort ? {} : { httpPort }),
    ...(isTls === entry.isTls ? {} : { isTls, httpPort }),
    ...(commandPort === entry.commandPort ? {} : { commandPort }),
    ...(userName === entry.userName ? {} : { userName }),
    ...(isBasicAllowed === entry.isBasicAllowed ? {} : { isBasicAllowed }),
    ...(newName === name ? {} : { name: newName }),
  };
}

export function canImport(row: ImportRow): boolean {
  return !row.problems.some(({ level }) => level === 'stop');
}

export interface ImportCounts {
  readonly all: number;
  readonly stopped: number;
  readonly cautioned: number;
  readonly picked: number;
  readonly withPassword: number;
}

/** `left`: lines whose tick somebody took away. */
export function countImport(
  rows: readonly ImportRow[],
  left: ReadonlySet<number>,
): ImportCounts & { readonly lines: readonly number[] } {
  const picked = rows.filter((row) => canImport(row) && !left.has(row.line));
  return {
    all: rows.length,
    stopped: rows.filter((row) => !canImport(row)).length,
    cautioned: rows.filter((row) => canImport(row) && row.problems.length > 0).length,
    picked: picked.length,
    withPassword: picked.filter(({ hasPassword }) => hasPassword).length,
    lines: picked.map(({ line }) => line),
  };
}
