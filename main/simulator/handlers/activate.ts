import { makeAccount } from '../account.ts';
import { newSalts } from '../build.ts';
import { unwrap } from '../exchange.ts';
import { forgive } from '../lock.ts';
import { isRisky } from '../password-policy.ts';
import type { Command, CommandCall, Outcome } from './handler.ts';
import { checkAdmin, failed, isThird, readIv, takeOwnExchange } from './proof.ts';

function readNewPassword(call: CommandCall): string | null {
  const exchange = takeOwnExchange(call);
  const iv = isThird(call) ? readIv(call) : undefined;
  const value = call.request.elements.get('Password') ?? '';
  const data = exchange === null || iv === null ? null : unwrap(exchange.value, value, iv);
  return data === null ? null : new TextDecoder().decode(data);
}

/** A password that the device takes, or its refusal of a risky one. */
export function setPassword(call: CommandCall, password: string): Outcome {
  const { view, spec, rng } = call;
  const { state, identity } = view;
  const { userName = 'admin' } = spec;
  if (isRisky(password, userName, identity.abilities.policy)) return { result: 'riskPassword' };
  const apply = (): void => {
    const salts = newSalts(spec, identity.model, rng);
    state.account = makeAccount(password, { userName, ...salts });
    state.isActivated = true;
    state.isRiskPassword = false;
    forgive(state.lock);
  };
  return { result: 'success', change: { apply, isAnnounced: false } };
}

/** The first password. */
export const activate: Command = {
  base: 'activate',
  isChange: true,
  run: (call) => {
    if (call.view.state.isActivated) return { result: 'hasActivated' };
    const password = readNewPassword(call);
    return password === null ? failed : setPassword(call, password);
  },
};

/** Takes the users away and leaves the network alone. Whether an account keeps it bound is not touched. */
export const restoreInactive: Command = {
  base: 'restoreInactive',
  isChange: true,
  run: (call) => {
    const refused = checkAdmin(call);
    if (refused !== null) return refused;
    const { state } = call.view;
    const apply = (): void => {
      state.account = null;
      state.users = [];
      state.isActivated = false;
    };
    return { result: 'success', change: { apply, isAnnounced: true } };
  },
};
