import * as channels from './channels.ts';
import { readEzviz, readEzvizCapabilities, writeEzviz } from './cloud.ts';
import type { Node } from './dialect.ts';
import * as documents from './documents.ts';
import * as media from './documents-media.ts';
import { exportConfig, factoryReset, importConfig, reboot } from './maintenance.ts';
import { writeAddress, writeAdminAccesses, writeInterface } from './network.ts';
import {
  absent,
  lowPrivilege,
  type ResourceCall,
  type ResourceOutcome,
  said,
  shown,
  wrongMethod,
} from './said.ts';
import {
  writeDeviceInfo,
  writeDiscoveryMode,
  writeIllegalLoginLock,
  writeTime,
} from './settings.ts';
import { addUser, readUser, readUsers, removeUser, writeUser } from './users.ts';

type Serve = (call: ResourceCall) => ResourceOutcome;
type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

interface Resource {
  /** What stands between brackets comes as `call.path`. */
  readonly path: RegExp;
  readonly methods: Partial<Readonly<Record<Method, Serve>>>;
  /** Of recorders alone, of terminals alone, or of everybody. */
  readonly only?: 'recorder' | 'terminal';
  /** Even reading it is the administrator's. */
  readonly isPrivate?: true;
}

const shows =
  (document: (call: documents.DocumentCall) => Node): Serve =>
  (call) =>
    shown(document(call));

const at = (path: string): RegExp => new RegExp(`^/ISAPI/${path}$`);
const proxy = 'ContentMgmt/InputProxy';

const resources: readonly Resource[] = [
  { path: at('Security/userCheck'), methods: { GET: shows(documents.userCheck) } },
  { path: at('System/deviceInfo'), methods: { GET: shows(documents.deviceInfo), PUT: writeDeviceInfo } },
  { path: at('System/status'), methods: { GET: shows(documents.status) } },
  { path: at('System/time'), methods: { GET: shows(documents.time), PUT: writeTime } },
  { path: at('System/capabilities'), methods: { GET: shows(documents.capabilities) } },
  { path: at('Security/capabilities'), methods: { GET: shows(documents.securityCapabilities) } },
  { path: at('System/Network/capabilities'), methods: { GET: shows(documents.networkCapabilities) } },
  { path: at('System/Network/interfaces'), methods: { GET: shows(documents.networkInterfaces) } },
  { path: at('System/Network/interfaces/1'), methods: { GET: shows(documents.networkInterface), PUT: writeInterface } },
  { path: at('System/Network/interfaces/1/ipAddress'), methods: { GET: shows(documents.ipAddress), PUT: writeAddress } },
  { path: at('System/Network/EZVIZ'), methods: { GET: readEzviz, PUT: writeEzviz } },
  { path: at('System/Network/EZVIZ/capabilities'), methods: { GET: readEzvizCapabilities } },
  { path: at('Security/adminAccesses'), methods: { GET: shows(documents.adminAccesses), PUT: writeAdminAccesses } },
  { path: at('Security/adminAccesses/capabilities'), methods: { GET: shows(documents.adminAccessesCapabilities) } },
  { path: at('Security/illegalLoginLock'), methods: { GET: shows(documents.illegalLoginLock), PUT: writeIllegalLoginLock } },
  { path: at('Security/users'), methods: { GET: readUsers, POST: addUser }, isPrivate: true },
  { path: at('Security/users/(\\d+)'), methods: { GET: readUser, PUT: writeUser, DELETE: removeUser }, isPrivate: true },
  { path: at('System/discoveryMode'), methods: { GET: shows(documents.discoveryMode), PUT: writeDiscoveryMode }, only: 'terminal' },
  { path: at('Streaming/channels'), methods: { GET: shows(media.streamingChannels) } },
  { path: at('System/Video/inputs/channels'), methods: { GET: shows(media.videoInputs) } },
  { path: at('ContentMgmt/Storage'), methods: { GET: shows(media.storage) }, only: 'recorder' },
  { path: at('System/workingstatus/hdStatus'), methods: { GET: (call) => ({ ...said(200, 1, 'ok'), json: media.hdStatus(call) }) }, only: 'recorder' },
  { path: at(`${proxy}/channels`), methods: { GET: channels.readChannels, POST: channels.addChannel }, only: 'recorder' },
  { path: at(`${proxy}/channels/status`), methods: { GET: channels.readStatuses }, only: 'recorder' },
  { path: at(`${proxy}/channels/(\\d+)`), methods: { GET: channels.readChannel, PUT: channels.writeChannel, DELETE: channels.removeChannel }, only: 'recorder' },
  { path: at(`${proxy}/channels/(\\d+)/status`), methods: { GET: channels.readStatus }, only: 'recorder' },
  { path: at(`${proxy}/search`), methods: { GET: channels.searchCameras }, only: 'recorder' },
  { path: at('System/reboot'), methods: { PUT: reboot } },
  { path: at('System/factoryReset'), methods: { PUT: factoryReset } },
  { path: at('System/configurationData'), methods: { GET: exportConfig, PUT: importConfig, POST: importConfig }, isPrivate: true },
]; // biome-ignore format: one line a resource

const absentPage: ResourceOutcome = said(404, 4, 'notSupport');

/** Whether this line has such a resource. */
function isThere({ view, spec }: ResourceCall, path: string, { only }: Resource): boolean {
  const { kind, web } = view.identity.model;
  if (spec.webLacks?.some((prefix) => path.startsWith(prefix)) === true) return false;
  if (only === 'recorder') return kind === 'recorder';
  return only === undefined || web === 'terminal';
}

/** A ResponseStatus says which request it answers. */
function addressed(outcome: ResourceOutcome, path: string): ResourceOutcome {
  const [name, content] = outcome.body;
  if (name !== 'ResponseStatus' || typeof content !== 'object') return outcome;
  return { ...outcome, body: [name, [['requestURL', path], ...content]] };
}

export function serveResource(call: Omit<ResourceCall, 'path'>): ResourceOutcome {
  const [path = ''] = call.request.path.split('?', 1);
  return addressed(serve(call, path), path);
}

/** What a request that was let in comes to. A user who is not the administrator may look and not touch. */
function serve(call: Omit<ResourceCall, 'path'>, path: string): ResourceOutcome {
  const { request, spec, view, level } = call;
  const found = resources.find((resource) => resource.path.test(path));
  const whole: ResourceCall = { ...call, path: found?.path.exec(path)?.slice(1) ?? [] };
  if (found === undefined || !isThere(whole, path, found)) {
    const isPage = spec.webAbsence === 404 || view.identity.model.web === 'terminal';
    return isPage ? absentPage : absent;
  }
  const method = Object.hasOwn(found.methods, request.method)
    ? found.methods[request.method as Method]
    : undefined;
  if (method === undefined) return wrongMethod;
  const isOpen = request.method === 'GET' && found.isPrivate !== true;
  return level === 'Administrator' || isOpen ? method(whole) : lowPrivilege;
}
