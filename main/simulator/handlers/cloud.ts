import { unwrap } from '../exchange.ts';
import { isBound } from '../state.ts';
import type { Command, CommandCall, Outcome } from './handler.ts';
import { checkAdmin, failed, obstacle, takeExchange } from './proof.ts';

/** Whether the device itself reaches the cloud; what the client's machine reaches does not matter. */
function isOnline({ view, spec, site, now }: CommandCall): boolean {
  const { state } = view;
  if (spec.cloudOnlineAfterMs !== undefined && !state.isCloudOnline) {
    state.cloudOnlineAt ??= now + spec.cloudOnlineAfterMs;
    state.isCloudOnline = now >= state.cloudOnlineAt;
  }
  return state.isCloudOnline && site.isInternetUp();
}

/** Word for what stands in the way of unbinding, `success` when nothing does. */
function unbindStatus(call: CommandCall): string {
  const { state } = call.view;
  if (!state.isActivated) return 'notActivated';
  if (state.cloud === 'unsupported' || state.isBindUntold) return 'failed';
  if (state.cloud === 'off') return 'unenableHCPlatform';
  if (!isOnline(call)) return 'offlineHCPlatform';
  return isBound(state) ? 'success' : 'notBind';
}

export const getUnbindStatus: Command = {
  base: 'getUnbindStatus',
  isChange: false,
  run: (call) => {
    const lock = call.spec.isLockToldByStatus === true ? obstacle(call) : null;
    return lock ?? { result: unbindStatus(call) };
  },
};

function letGo(call: CommandCall): Outcome {
  const { state } = call.view;
  // Only the cloud can let go of it: off, offline or not held, the device can but refuse.
  const isPossible = state.cloud === 'bound' || state.cloud === 'unknown';
  if (!isPossible || !isOnline(call)) return failed;
  const apply = (): void => {
    state.isSecretlyBound = false;
    if (state.cloud === 'bound') state.cloud = 'on';
  };
  return { result: 'success', change: { apply, isAnnounced: false } };
}

export const ezvizUnbind: Command = {
  base: 'ezvizUnbind',
  isChange: true,
  run: (call) => checkAdmin(call) ?? letGo(call),
};

/** Panel: deletes its cloud users with a code of the vendor. */
export const ezvizUnbindDelUsers: Command = {
  base: 'ezvizUnbindDelUsers',
  isChange: true,
  run: (call) => {
    const { request, view } = call;
    const stopped = obstacle(call);
    const exchange = takeExchange(call);
    if (stopped !== null) return stopped;
    const isWrapped = request.attributes.get('Code') === 'bEncrypt="true"';
    const code =
      isWrapped && exchange ? unwrap(exchange.value, request.elements.get('Code') ?? '') : null;
    if (code === null) return failed;
    const isRight = new TextDecoder().decode(code) === view.identity.vendorCode;
    return isRight ? letGo(call) : { result: 'CodeError' };
  },
};

/** Hik-Connect on or off. Switching it off does not unbind. */
export const setHcPlatform: Command = {
  base: 'SetHCPlatform',
  isChange: true,
  run: (call) => {
    const refused = checkAdmin(call);
    if (refused !== null) return refused;
    const { state } = call.view;
    const wanted = call.request.elements.get('HCPlatformEnable');
    if (state.cloud === 'unsupported' || (wanted !== 'true' && wanted !== 'false')) return failed;
    const apply = (): void => {
      const wasBound = isBound(state);
      if (wanted === 'false') state.cloud = 'off';
      else if (state.isBindUntold) state.cloud = 'unknown';
      else state.cloud = wasBound ? 'bound' : 'on';
      state.isSecretlyBound = wasBound && state.cloud !== 'bound';
    };
    return { result: 'success', change: { apply, isAnnounced: false } };
  },
};

export const setVerificationCode: Command = {
  base: 'SetVerificationCode',
  isChange: true,
  run: (call) => {
    const refused = checkAdmin(call);
    if (refused !== null) return refused;
    const { state } = call.view;
    const code = call.request.elements.get('VerificationCode') ?? '';
    if (!/^[0-9A-Za-z]{6,12}$/.test(code)) return { result: 'IllegalVerificationCode' };
    const apply = (): void => {
      state.verificationCode = code;
    };
    return { result: 'success', change: { apply, isAnnounced: false } };
  },
};
