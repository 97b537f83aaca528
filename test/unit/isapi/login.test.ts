import { describe, expect, it } from 'vitest';
import { readLockHint, readLoginAnswer } from '../../../main/protocol/isapi/login-answer.ts';
import {
  causeOf,
  decodeResponseStatus,
  isAccepted,
} from '../../../main/protocol/isapi/response-status.ts';
import { decodeUserCheck } from '../../../main/protocol/isapi/user-check.ts';
import { fixture, value } from './helpers.ts';

const nothing = { attemptsLeft: null, lockMinutes: null, isLocked: false };

describe('userCheck', () => {
  it('tells everything that is there and nothing that is not', () => {
    expect(value(decodeUserCheck(fixture('user-check_fine.xml')))).toEqual({
      statusValue: 200,
      isLocked: false,
      unlockSeconds: null,
      attemptsLeft: null,
      isDefaultPassword: false,
      isRiskPassword: true,
      isActivated: true,
      residualValidityDays: 30,
    });
    expect(value(decodeUserCheck(fixture('user-check_locked.xml')))).toMatchObject({
      ...{ isLocked: true, unlockSeconds: 1799, attemptsLeft: 0, isActivated: null },
    });
  });

  it.each([
    ['lock', true],
    ['LOCKED', true],
    ['unlock', false],
    ['', null],
    ['maybe', null],
  ])('lockStatus %j', (word, isLocked) => {
    const body = `<userCheck><lockStatus>${word}</lockStatus></userCheck>`;
    expect(value(decodeUserCheck(body)).isLocked).toBe(isLocked);
  });

  it('does not believe impossible numbers', () => {
    const body =
      '<userCheck><unlockTime>99999999</unlockTime><retryLoginTime>-1</retryLoginTime></userCheck>';
    expect(value(decodeUserCheck(body))).toMatchObject({ unlockSeconds: null, attemptsLeft: null });
  });
});

describe('an answer to a login', () => {
  it.each([
    ['wrong, with a number', 401, fixture('user-check_wrong.xml'), 'wrong', { attemptsLeft: 4 }],
    [
      'locked',
      401,
      fixture('user-check_locked.xml'),
      'locked',
      { attemptsLeft: 0, lockMinutes: 30, isLocked: true },
    ],
    ['fine', 200, fixture('user-check_fine.xml'), 'fine', {}],
    ['a 401 inside a 200', 200, fixture('user-check_wrong.xml'), 'wrong', { attemptsLeft: 4 }],
    ['a refused nonce, without a word', 401, ' \n', 'nonce', {}],
    ['a refused nonce', 401, fixture('response-status_not-support.json'), 'other-cause', {}],
    ['not activated', 403, fixture('response-status_not-activated.xml'), 'other-cause', {}],
    [
      'not activated with 401',
      401,
      fixture('response-status_not-activated.xml'),
      'other-cause',
      {},
    ],
    ['a page', 401, '<!DOCTYPE html><html>401</html>', 'wrong', {}],
    ['any other body', 200, fixture('device-info_camera.xml'), 'fine', {}],
    ['a status of success', 200, fixture('response-status_ok.xml'), 'fine', {}],
    ['a page that is missing', 404, '<html>404</html>', 'fine', {}],
  ] as const)('%s', (_name, status, body, verdict, told) => {
    expect(readLoginAnswer(status, body)).toEqual({ verdict, told: { ...nothing, ...told } });
  });

  const status = (subCode: string) =>
    `<ResponseStatus><statusCode>4</statusCode><subStatusCode>${subCode}</subStatusCode></ResponseStatus>`;
  it.each([
    ['invalidOperation', 401, 'nonce'],
    ['invalidOperation', 403, 'other-cause'],
    ['badAuthorization', 401, 'wrong'],
    ['loginPasswordError', 403, 'other-cause'],
    ['lowPrivilege', 401, 'other-cause'],
    ['userNameLocked', 401, 'locked'],
    ['MaxPassword attempts', 401, 'locked'],
  ] as const)('%s with %d', (subCode, code, verdict) => {
    expect(readLoginAnswer(code, status(subCode)).verdict).toBe(verdict);
  });

  it('without a login already tells of a lock', () => {
    expect(readLockHint(fixture('user-check_locked.xml')).isLocked).toBe(true);
    expect(readLockHint('<html/>')).toEqual(nothing);
  });
});

describe('ResponseStatus', () => {
  it('is read in XML and in JSON', () => {
    expect(decodeResponseStatus(fixture('response-status_ok.xml'))).toEqual({
      kind: 'ok',
      code: 1,
      text: 'OK',
      subCode: 'ok',
      errorCode: null,
      requestUrl: '/ISAPI/x',
      id: '2',
    });
    expect(decodeResponseStatus(fixture('response-status_not-support.json'))).toMatchObject({
      ...{ kind: 'invalid-operation', code: 4, subCode: 'notSupport', errorCode: 0x40000001 },
    });
    const wrapped = '{"ResponseStatus":{"statusCode":7,"subStatusCode":"rebootRequired"}}';
    expect(decodeResponseStatus(wrapped)?.kind).toBe('reboot-required');
  });

  it.each([
    ['response-status_reboot.xml', 'reboot-required', true],
    ['response-status_oem-reboot.xml', 'reboot-required', true],
    ['response-status_ok.xml', 'ok', true],
    ['response-status_not-activated.xml', 'invalid-operation', false],
  ] as const)('%s', (name, kind, isTaken) => {
    const status = decodeResponseStatus(fixture(name));
    expect(status?.kind).toBe(kind);
    expect(status !== null && isAccepted(status)).toBe(isTaken);
  });

  it.each([
    [0, 'ok'],
    [2, 'busy'],
    [3, 'device-error'],
    [5, 'bad-format'],
    [6, 'bad-content'],
    [9, 'other'],
    ['x', 'other'],
  ])('code %s', (code, kind) => {
    const body = `<ResponseStatus><statusCode>${code}</statusCode></ResponseStatus>`;
    expect(decodeResponseStatus(body)?.kind).toBe(kind);
  });

  it.each(['', '[]', '{}', 'null', '{"statusCode"', '<html/>'])('%j is none', (body) => {
    expect(decodeResponseStatus(body)).toBeNull();
  });

  it.each([
    ['notSupport', 'not-supported'],
    ['NOTACTIVATED', 'not-activated'],
    ['IPOccupied', 'address-conflict'],
    ['riskPassword', 'weak-password'],
    ['ipcIsLocking', 'channel-locked'],
    ['wait1~3MinutesGetIPAfterSetupDHCP', 'dhcp-pending'],
    ['somethingNew', null],
  ])('%s means %s', (subCode, cause) => {
    const body = `<ResponseStatus><subStatusCode>${subCode}</subStatusCode></ResponseStatus>`;
    const status = decodeResponseStatus(body);
    expect(status && causeOf(status)).toBe(cause);
  });
});
