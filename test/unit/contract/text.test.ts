import { describe, expect, it } from 'vitest';
import { columns } from '../../../main/contract/columns.ts';
import {
  deviceEventKinds,
  deviceFacts,
  deviceFlags,
  deviceKinds,
  presences,
  sightingSources,
  vendors,
} from '../../../main/contract/device.ts';
import { type ErrorParams, errorCodes } from '../../../main/contract/errors.ts';
import {
  adapterKinds,
  adapterProblems,
  adapterView,
  doctorCheck,
  doctorCheckIds,
  noticeCodes,
  sweepStatus,
} from '../../../main/contract/network.ts';
import { locales } from '../../../main/contract/settings.ts';
import { texts } from '../../../main/contract/text/index.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every leaf of a tree of words: path to text. */
function leavesOf(tree: Tree, path = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}/${key}`;
    if (typeof value === 'string') leaves.set(here, value);
    else for (const [deeper, text] of leavesOf(value, here)) leaves.set(deeper, text);
  }
  return leaves;
}

function placeholdersOf(text: string): readonly string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).sort();
}

const columnIds = columns.map(({ id }) => id);
const messages = (area: string, codes: readonly string[]) =>
  codes.flatMap((code) => [`${area}/${code}/what`, `${area}/${code}/next`]);
const words = (area: string, ids: readonly string[]) => ids.map((id) => `${area}/${id}`);

/** Every key the contract's own lists ask for. */
const wanted = [
  ...messages('errors', errorCodes),
  ...messages('notices', noticeCodes),
  ...words('columns', columnIds),
  ...words('columnsShort', columnIds),
  ...words('facts', Object.keys(deviceFacts.shape)),
  ...words('presence', presences),
  ...words('flags', deviceFlags),
  ...words('kinds', deviceKinds),
  ...words('vendors', vendors),
  ...words('sources', sightingSources),
  ...words('tri', ['yes', 'no', 'unknown']),
  ...words('adapterKinds', adapterKinds),
  ...words('adapterProblems', adapterProblems),
  ...words('adapterStates', adapterView.shape.state.options),
  ...words('sweepStates', sweepStatus.shape.state.options),
  ...words('events', deviceEventKinds),
  ...words('doctor/verdicts', doctorCheck.shape.verdict.options),
  ...words('doctor/checks', doctorCheckIds),
];

const english = leavesOf(texts.en);

describe.each(locales)('shared words in %s', (locale) => {
  const leaves = leavesOf(texts[locale]);

  it('has words for every code, flag, fact, column and check', () => {
    expect(wanted.filter((key) => (leaves.get(key) ?? '').trim() === '')).toEqual([]);
  });

  it('has exactly the keys of English', () => {
    expect([...leaves.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('has no empty text and none with blanks at its ends', () => {
    const bad = [...leaves].filter(([, text]) => text === '' || text !== text.trim());
    expect(bad).toEqual([]);
  });

  it('has the placeholders of English in every text', () => {
    const wrong = [...leaves].filter(
      ([key, text]) =>
        placeholdersOf(text).join() !== placeholdersOf(english.get(key) ?? '').join(),
    );
    expect(wrong).toEqual([]);
  });

  it('ends every error and notice with a full stop or with a path', () => {
    const messageTexts = [...leaves].filter(([key]) => /^(errors|notices)\//.test(key));
    const bad = messageTexts.filter(([, text]) => !/(\.|\{\{(path|problem)\}\})$/.test(text));
    expect(bad).toEqual([]);
  });
});

describe('translations', () => {
  it.each(locales.filter((locale) => locale !== 'en'))('%s is not left in English', (locale) => {
    const leaves = leavesOf(texts[locale]);
    const left = [...english].filter(
      ([key, text]) => /^(errors|notices)\//.test(key) && leaves.get(key) === text,
    );
    expect(left).toEqual([]);
  });

  it.each(locales)('%s tells every verdict, tri value and presence apart', (locale) => {
    const text = texts[locale];
    for (const group of [text.tri, text.presence, text.flags, text.doctor.verdicts]) {
      const values = Object.values(group);
      expect(new Set(values).size).toBe(values.length);
    }
  });
});

describe('parameters', () => {
  /** The names each error carries, as `errors.ts` declares them for the compiler. */
  const errorParams: { readonly [C in keyof ErrorParams]: readonly (keyof ErrorParams[C])[] } = {
    'input.invalid': ['fields'],
    'input.unknown-method': ['method'],
    'input.too-large': ['limitBytes'],
    'input.bad-json': [],
    'input.bad-cidr': ['value'],
    'input.cidr-too-large': ['value', 'limit'],
    'input.public-range': ['value'],
    'input.usage': ['problem'],
    'input.undecided': ['problem'],
    'auth.untrusted': [],
    'device.not-found': ['wanted'],
    'device.ambiguous': ['wanted', 'candidates'],
    'device.site-authorised': ['devices', 'count'],
    'book.bad-host': ['host'],
    'book.already-there': ['host', 'device'],
    'book.not-in-book': ['device'],
    'book.no-question': ['device'],
    'book.bad-file': ['problem', 'line'],
    'table.empty': [],
    'table.not-a-table': [],
    'table.other-format': ['format'],
    'table.protected': [],
    'table.damaged': [],
    'table.too-large': ['limitMb'],
    'site.not-found': ['wanted'],
    'site.name-taken': ['name'],
    'site.not-empty': ['name', 'devices'],
    'network.no-adapter': [],
    'network.adapter-not-found': ['wanted', 'known'],
    'network.permission': ['what'],
    'network.port-closed': ['port'],
    'sweep.running': ['cidr'],
    'sweep.not-found': [],
    'job.not-found': ['wanted'],
    'job.not-resumable': ['state'],
    'job.nothing-to-undo': [],
    'job.needs-password': ['devices'],
    'job.busy': ['device'],
    'job.serial-mismatch': ['device'],
    'job.bad-password': ['problems'],
    'job.bad-verification-code': [],
    'job.bad-plan': ['problem', 'line'],
    'guide.not-found': ['wanted', 'similar'],
    'audit.unwritable': ['path'],
    'vault.none': [],
    'vault.exists': [],
    'vault.locked': [],
    'vault.changed': [],
    'vault.wait': ['seconds'],
    'vault.not-opened': ['box'],
    'vault.box-damaged': ['box'],
    'vault.box-unavailable': ['box'],
    'vault.box-not-found': ['box'],
    'vault.box-exists': ['box'],
    'vault.box-weak': ['method'],
    'vault.last-box': ['box'],
    'vault.passphrase-short': ['limit'],
    'vault.credential-not-found': [],
    'vault.credential-damaged': ['subject'],
    'vault.file-damaged': [],
    'vault.file-newer': ['found', 'known'],
    'vault.file-not-opened': [],
    'case.not-found': ['wanted'],
    'case.already-open': ['kind'],
    'case.closed': ['state'],
    'case.not-closed': [],
    'case.no-such-step': ['step'],
    'case.nothing-sent': [],
    'case.needs-authorisation': [],
    'case.needs-evidence': ['outcome'],
    'case.attachment-bad': ['name'],
    'case.attachment-large': ['name', 'limitMb', 'caseMb', 'files'],
    'case.attachment-not-found': [],
    'case.reminder-not-found': [],
    'case.no-card': [],
    'chooser.no-such-answer': ['question', 'answer', 'options'],
    'recovery.wrong-kind': ['kind'],
    'recovery.not-supported': ['why'],
    'recovery.no-answer': [],
    'recovery.not-sent': ['reason'],
    'recovery.not-whole': [],
    'recovery.refused': ['result'],
    'recovery.answer-wrong': ['left'],
    'recovery.answer-void': [],
    'recovery.answer-expired': [],
    'recovery.locked': [],
    'recovery.weak-password': ['problems'],
    'recovery.unclear': ['result'],
    'recovery.restarted': ['from', 'to'],
    'recovery.same-answer': [],
    'recovery.needs-answer': [],
    'recovery.needs-password': [],
    'recovery.bad-file': ['limitKb'],
    'training.off': [],
    'training.not-simulated': ['device'],
    'training.no-button': ['device'],
    'login.failed': ['device', 'problem', 'advice'],
    'recorder.no-channels': ['device'],
    'backup.needs-consent': [],
    'backup.needs-passphrase': [],
    'backup.not-ours': [],
    'backup.newer': ['found', 'known'],
    'backup.damaged': [],
    'backup.not-opened': [],
    'backup.unsupported': ['device'],
    'backup.refused': ['device', 'answer'],
    'qr.needs-consent': [],
    'qr.needs-passphrase': [],
    'qr.not-ours': [],
    'qr.newer': ['found', 'known'],
    'qr.damaged': [],
    'qr.not-opened': [],
    'qr.too-long': ['device'],
    'qr.nothing-to-add': [],
    'report.no-such-format': ['kind', 'format', 'formats'],
    'report.needs-passphrase': [],
    'sealed.unsupported': [],
    'sealed.not-ours': [],
    'sealed.newer': ['found', 'known'],
    'sealed.damaged': [],
    'sealed.not-opened': [],
    'site-file.needs-vault': [],
    'site-file.too-large': ['limitMb'],
    'store.newer': ['found', 'known', 'path'],
    'store.unwritable': ['path'],
    'store.busy': ['path'],
    'store.disk-full': ['path'],
    'file.unwritable': ['path', 'reason'],
    'host.node-too-old': ['found', 'needed'],
    'host.closing': [],
    'host.stopped': [],
    'host.time-up': [],
    'internal.unexpected': [],
  };

  it.each(errorCodes)('%s uses every parameter it carries and no other', (code) => {
    const { what, next } = texts.en.errors[code];
    const used = new Set([...placeholdersOf(what), ...placeholdersOf(next)]);
    const carried: readonly string[] = errorParams[code];
    expect([...used].sort()).toEqual([...carried].sort());
  });
});
