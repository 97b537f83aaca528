import { type Account, isPassword, makeAccount } from '../account.ts';
import { newSalts } from '../build.ts';
import { countWrong, forgive } from '../lock.ts';
import { hasStaircaseOrName, isRisky } from '../password-policy.ts';
import type { DeviceUser } from '../state.ts';
import type { UserLevel } from '../types.ts';
import type { Node, ReadDocument } from './dialect.ts';
import {
  absent,
  badContent,
  done,
  isOutcome,
  lowPrivilege,
  type ResourceCall,
  type ResourceOutcome,
  readGiven,
  said,
  shown,
  textsOf,
} from './said.ts';

interface Person {
  readonly id: number;
  readonly level: UserLevel;
  readonly account: Account;
}

function peopleOf({ view }: ResourceCall): readonly Person[] {
  const { account, users } = view.state;
  const admin = account === null ? [] : [{ id: 1, level: 'Administrator' as const, account }];
  return [...admin, ...users];
}

const userNode = ({ id, level, account }: Person): Node => [
  'User',
  [
    ['id', id],
    ['userName', account.userName],
    ['userLevel', level],
  ],
];

export function readUsers(call: ResourceCall): ResourceOutcome {
  return shown(['UserList', peopleOf(call).map(userNode)]);
}

const find = (call: ResourceCall): Person | undefined =>
  peopleOf(call).find(({ id }) => String(id) === call.path[0]);

export function readUser(call: ResourceCall): ResourceOutcome {
  const person = find(call);
  return person === undefined ? said(404, 4, 'invalidID') : shown(userNode(person));
}

const reversed = (text: string): string => [...text].reverse().join('');

/** The word for what is wrong with a new password, or `null`. Numbers and words are the vendor's dictionary. */
export function refusePassword(
  password: string,
  userName: string,
  policy: Parameters<typeof isRisky>[2],
): ResourceOutcome | null {
  const [lower, name] = [password.toLowerCase(), userName.toLowerCase()];
  if (password.length < 8) return said(400, 6, 'passwordMustContainMorethan8Characters');
  if (lower === name) return said(400, 6, 'userPwdNameSame');
  if (lower === reversed(name)) return said(400, 6, 'userPwdNameMirror');
  if (policy === 'strict' && hasStaircaseOrName(password, userName)) {
    return said(400, 6, lower.includes(name) ? 'illegalPassword' : 'riskPassword');
  }
  const kinds = [/[0-9]/, /[a-z]/, /[A-Z]/, /[^0-9a-zA-Z]/].filter((kind) => kind.test(password));
  if (kinds.length < 2) return said(400, 6, 'userPwdLenUnder8');
  return isRisky(password, userName, policy) ? said(400, 6, 'riskPassword') : null;
}

/**
 * A new password. Everything that logs in with it follows: the web server, and SADP, whose keys are made from it.
 * The words: name and password; `loginPassword` where this firmware wants the present one as well.
 */
export function writeUser(call: ResourceCall): ResourceOutcome {
  const person = find(call);
  if (person === undefined) return said(404, 4, 'invalidID');
  const given = readGiven(call, 'User');
  return isOutcome(given) ? given : takePassword(call, person, given);
}

function takePassword(call: ResourceCall, person: Person, given: ReadDocument): ResourceOutcome {
  const { view, spec, rng } = call;
  const text = textsOf(given);
  const { userName } = person.account;
  if (text('id') !== String(person.id) || text('userName') !== userName) return badContent;
  const password = text('password');
  if (password === undefined) return badContent;
  const refused = refuseLogin(call, text('loginPassword'));
  if (refused !== null) return refused;
  const isBad = refusePassword(password, userName, view.identity.abilities.policy);
  if (isBad !== null) return isBad;
  const salts = newSalts(spec, view.identity.model, rng);
  const account = makeAccount(password, { userName, ...salts });
  return { ...done, apply: () => settle(call, person, account) };
}

/** The administrator's present password inside the document; a wrong one counts like any other. */
function refuseLogin(call: ResourceCall, given: string | undefined): ResourceOutcome | null {
  const { account, lock } = call.view.state;
  if (given === undefined) {
    return call.spec.wantsLoginPassword === true ? said(403, 4, 'loginPasswordError') : null;
  }
  const isRight = account !== null && isPassword(account, new TextEncoder().encode(given));
  if (isRight) return null;
  countWrong(lock, call.now);
  return said(403, 4, 'loginPasswordError');
}

function settle({ view }: ResourceCall, person: Person, account: Account): void {
  const { state } = view;
  if (person.level === 'Administrator') {
    state.account = account;
    state.isRiskPassword = false;
    forgive(state.lock);
    return;
  }
  const { id, level } = person;
  state.users = state.users.map((user) => (user.id === id ? { id, level, account } : user));
}

/** A new user beside the administrator. */
export function addUser(call: ResourceCall): ResourceOutcome {
  const given = readGiven(call, 'User');
  if (isOutcome(given)) return given;
  const text = textsOf(given);
  const [userName = '', password = '', level = ''] = ['userName', 'password', 'userLevel'].map(
    (name) => text(name),
  );
  const isTaken = peopleOf(call).some(({ account }) => account.userName === userName);
  const isLevel = level === 'Operator' || level === 'Viewer';
  if (!isLevel || isTaken || !/^[^":\\]{1,32}$/.test(userName)) return badContent;
  const { view, spec, rng } = call;
  const isBad = refusePassword(password, userName, view.identity.abilities.policy);
  if (isBad !== null) return isBad;
  const id = Math.max(1, ...view.state.users.map((user) => user.id)) + 1;
  const salts = newSalts(spec, view.identity.model, rng);
  const user: DeviceUser = { id, level, account: makeAccount(password, { userName, ...salts }) };
  const apply = (): void => {
    view.state.users = [...view.state.users, user];
  };
  return { ...said(200, 1, 'ok', id), apply };
}

export function removeUser(call: ResourceCall): ResourceOutcome {
  const person = find(call);
  if (person === undefined) return absent;
  if (person.level === 'Administrator') return lowPrivilege;
  const apply = (): void => {
    const { state } = call.view;
    state.users = state.users.filter(({ id }) => id !== person.id);
  };
  return { ...done, apply };
}
