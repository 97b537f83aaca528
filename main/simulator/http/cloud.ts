import { type DeviceState, isBound } from '../state.ts';
import * as documents from './documents.ts';
import {
  absent,
  badContent,
  done,
  isOutcome,
  type ResourceCall,
  type ResourceOutcome,
  readBack,
  said,
  shown,
  textsOf,
} from './said.ts';

const hasCloud = ({ view }: ResourceCall): boolean => view.state.cloud !== 'unsupported';

/** Hik-Connect on or off. Switching it off does not unbind: the binding shows again when it is on. */
export function switchCloud(state: DeviceState, isOn: boolean): void {
  const wasBound = isBound(state);
  if (!isOn) state.cloud = 'off';
  else if (state.isBindUntold) state.cloud = 'unknown';
  else state.cloud = wasBound ? 'bound' : 'on';
  state.isSecretlyBound = wasBound && state.cloud !== 'bound';
}

const own = (call: ResourceCall) => documents.ezviz(call, call.site.isInternetUp());

export function readEzviz(call: ResourceCall): ResourceOutcome {
  return hasCloud(call) ? shown(own(call)) : absent;
}

export function readEzvizCapabilities(call: ResourceCall): ResourceOutcome {
  return hasCloud(call) ? shown(documents.ezvizCapabilities(call)) : absent;
}

/** The masked code of a reading brought back changes nothing; any other is taken as a new one. */
export function writeEzviz(call: ResourceCall): ResourceOutcome {
  if (!hasCloud(call)) return absent;
  const given = readBack(call, own(call));
  if (isOutcome(given)) return given;
  const text = textsOf(given);
  const [wanted, code = ''] = [text('enabled'), text('verificationCode')];
  if (wanted !== 'true' && wanted !== 'false') return badContent;
  const isCodeNew = code !== '' && !/^\*+$/.test(code);
  if (isCodeNew && !/^[0-9A-Za-z]{6,12}$/.test(code)) return said(400, 6, 'invalidEZVIZSecretKey');
  const { state } = call.view;
  const apply = (): void => {
    switchCloud(state, wanted === 'true');
    if (isCodeNew) state.verificationCode = code;
  };
  return { ...done, apply };
}
