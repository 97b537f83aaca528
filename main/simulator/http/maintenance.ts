import { isPassword, makeAccount } from '../account.ts';
import { newSalts } from '../build.ts';
import { channelOf } from '../channels.ts';
import { type ResetMode, resetSettings } from '../reset.ts';
import { switchCloud } from './cloud.ts';
import { type ConfigContent, openConfig, sealConfig } from './config-file.ts';
import { absent, done, queryOf, type ResourceCall, type ResourceOutcome, said } from './said.ts';

export function reboot(call: ResourceCall): ResourceOutcome {
  return refuseLoginPassword(call) ?? { ...done, isReboot: true };
}

/** Newer firmware may be asked with the present password in the query. */
function refuseLoginPassword(call: ResourceCall): ResourceOutcome | null {
  const given = queryOf(call, 'loginPassword');
  const { account } = call.view.state;
  if (given === null || account === null) return null;
  const isRight = isPassword(account, new TextEncoder().encode(given));
  return isRight ? null : said(403, 4, 'loginPasswordError');
}

const modes: ReadonlySet<string> = new Set(['full', 'basic', 'other']);

/** Without a mode everything goes. The cloud's binding stays as it was: the device does not hold it. */
export function factoryReset(call: ResourceCall): ResourceOutcome {
  const mode = queryOf(call, 'mode') ?? 'full';
  if (!modes.has(mode)) return said(400, 6, 'badParameters');
  const refused = refuseLoginPassword(call);
  if (refused !== null) return refused;
  const isUserKept = mode === 'other' || call.spec.isUserKeptByBasic !== false;
  const { site, setPassword, view } = call;
  const apply = (): void =>
    resetSettings(view, mode as ResetMode, { lease: site.lease, setPassword, isUserKept });
  return { ...done, apply, when: 'at-boot', isReboot: true };
}

function contentOf({ view }: ResourceCall): ConfigContent | null {
  const { state, identity } = view;
  const { account } = state;
  if (account === null) return null;
  return {
    ...{ model: identity.model.name, firmware: identity.firmware },
    ...{ deviceName: state.deviceName, dns: state.dns },
    ...{ net: { ...state.net }, ports: { ...state.ports }, time: { ...state.time } },
    isCloudOn: state.cloud !== 'off' && state.cloud !== 'unsupported',
    ...{ userName: account.userName, password: account.forBackup() },
    users: state.users.map(({ level, account: user }) => ({
      ...{ level, userName: user.userName, password: user.forBackup() },
    })),
    channels: state.channels
      .filter(({ isPlugAndPlay }) => !isPlugAndPlay)
      .map(({ id, name, address, hostName, userName, password }) => ({
        ...{ id, name, address, hostName, userName, password },
      })),
  };
}

const longestKey = 32;

/** A backup under the client's key; firmware from before keys takes none and leaves the query aside. */
export function exportConfig(call: ResourceCall): ResourceOutcome {
  const key = queryOf(call, 'secretkey') ?? '';
  if (key.length > longestKey) return said(400, 6, 'badParameters');
  const content = contentOf(call);
  if (content === null) return absent;
  return { ...done, bytes: sealConfig(content, key, call.rng) };
}

export function importConfig(call: ResourceCall): ResourceOutcome {
  const key = queryOf(call, 'secretkey') ?? '';
  const content = openConfig(call.request.bytes ?? new Uint8Array(), key);
  if (content === null) return said(400, 6, 'importErrorData');
  const { identity } = call.view;
  if (content.model !== identity.model.name) return said(400, 6, 'badDevType');
  if (content.firmware !== identity.firmware) return said(400, 6, 'badVersion');
  return { ...done, apply: () => takeConfig(call, content), when: 'at-boot', isReboot: true };
}

function takeConfig({ view, spec, rng }: ResourceCall, content: ConfigContent): void {
  const { state, identity } = view;
  const accountOf = (userName: string, password: string) =>
    makeAccount(password, { userName, ...newSalts(spec, identity.model, rng) });
  Object.assign(state.net, content.net);
  Object.assign(state.ports, content.ports);
  state.deviceName = content.deviceName;
  state.dns = content.dns;
  state.time = { ...content.time, skewMs: state.time.skewMs };
  state.account = accountOf(content.userName, content.password);
  state.isActivated = true;
  state.users = content.users.map(({ level, userName, password }, index) => ({
    ...{ id: index + 2, level },
    account: accountOf(userName, password),
  }));
  const own = state.channels.filter(({ isPlugAndPlay }) => isPlugAndPlay);
  const restored = content.channels.map(({ id, name, address, hostName, userName, password }) =>
    channelOf(id, {
      ...{ name, userName, password },
      ...(address === null ? {} : { address }),
      ...(hostName === null ? {} : { hostName }),
    }),
  );
  state.channels = [...own, ...restored];
  if (state.cloud !== 'unsupported') switchCloud(state, content.isCloudOn);
}
