/**
 * The models of the simulated world. `deviceType` and firmware of the five captured models are the captured
 * ones; the other numbers are plausible inventions, since no public list of them exists.
 */
export type PersonalityName =
  | 'camera-plain'
  | 'camera-3.0'
  | 'camera-3.1'
  | 'recorder'
  | 'recorder-3.1'
  | 'intercom'
  | 'ezviz'
  | 'oem'
  | 'panel'
  | 'foreign';

/** How the HTTP side presents itself; see `http.ts`. */
export type WebFlavour =
  | 'camera-old'
  | 'camera'
  | 'camera-new'
  | 'recorder'
  | 'dvr'
  | 'terminal'
  | 'none'
  | 'foreign-web'
  | 'foreign-onvif';

export interface Model {
  readonly name: string;
  readonly kind: 'camera' | 'recorder' | 'intercom' | 'panel' | 'foreign';
  readonly personality: PersonalityName;
  readonly web: WebFlavour;
  readonly deviceType: number;
  readonly firmware: readonly [string, ...string[]];
  readonly dsp: string;
  /** Vendor prefixes of the MAC, `aa:bb:cc`. */
  readonly ouis: readonly [string, ...string[]];
  /** The four letters behind the date in a serial. */
  readonly batch: string;
  /** Behind the model name in a recorder's serial: its channel count. */
  readonly serialCode?: string;
  readonly serialSuffix?: string;
  readonly analogChannels: number;
  readonly digitalChannels: number;
  readonly disks?: number;
  readonly oemInfo?: string;
  /** Address after a factory reset; `dhcp` asks the site's server first. */
  readonly factoryAddress: '192.168.1.64' | '192.0.0.64' | 'dhcp';
  readonly hasTls?: boolean;
  readonly isOnvifOn?: boolean;
  readonly hasCloud?: boolean;
}

const hik: Model['ouis'] = [
  '44:47:cc', '58:50:ed', '64:db:8b', 'c0:56:e3', '18:68:cb', 'bc:ad:28', 'a4:14:37', '4c:bd:8f',
  '28:57:be', 'e0:ba:ad', '98:df:82', 'ac:b9:2f', '08:a1:89', 'ec:c8:9c', '24:0f:9b', '84:9a:40',
]; // biome-ignore format: a table
const ezviz: Model['ouis'] = ['20:bb:bc', '34:c6:dd', '64:f2:fb', 'ec:97:e0'];

type CameraPart = Pick<Model, 'name' | 'deviceType' | 'firmware' | 'dsp'> & Partial<Model>;

const camera = (part: CameraPart): Model => ({
  kind: 'camera',
  personality: 'camera-3.0',
  web: 'camera',
  ouis: hik,
  batch: 'AAWR',
  analogChannels: 0,
  digitalChannels: 1,
  factoryAddress: '192.168.1.64',
  hasCloud: true,
  ...part,
});
const newCamera = (part: CameraPart): Model =>
  camera({ personality: 'camera-3.1', web: 'camera-new', hasTls: true, ...part });
const recorder = (part: CameraPart): Model =>
  camera({
    kind: 'recorder',
    personality: 'recorder',
    web: 'recorder',
    batch: 'CCRR',
    serialSuffix: 'WCVU',
    hasTls: true,
    ...part,
  });
const oem = (part: CameraPart): Model => camera({ personality: 'oem', ...part });

const list: readonly Model[] = [
  camera({ name: 'DS-2CD2385G1-I', deviceType: 141945, firmware: ['V5.6.2build 190701', 'V5.6.5build 200316'], dsp: 'V7.3 build 190626', hasTls: true }),
  camera({ name: 'DS-2CD2320D-I', deviceType: 142378, firmware: ['V5.5.6build 180326'], dsp: 'V7.3 build 180326', batch: 'AACH' }),
  camera({ name: 'DS-2CD5026EFWD-A', deviceType: 140071, firmware: ['V5.5.0build 170914'], dsp: 'V7.3 build 170818', batch: 'AACH', isOnvifOn: true }),
  camera({ name: 'DS-2CD2345FWD-I', deviceType: 141840, firmware: ['V5.5.82build 190909', 'V5.6.3build 190923'], dsp: 'V7.3 build 190830' }),
  camera({ name: 'DS-2DE4425IW-DE', deviceType: 144104, firmware: ['V5.6.15build 200302', 'V5.5.71build 190124'], dsp: 'V7.3 build 200226', batch: 'CCWR', isOnvifOn: true }),
  camera({ name: 'DS-2TD2617-3/V1', deviceType: 145217, firmware: ['V5.5.38build 210624'], dsp: 'V1.0 build 210611', digitalChannels: 2, batch: 'AACH' }),
  camera({ name: 'DS-2CD2432F-IW', personality: 'camera-plain', web: 'camera-old', deviceType: 38930, firmware: ['V5.2.5build 141201'], dsp: 'V5.0, build 140714', batch: 'CCCH', hasCloud: false, isOnvifOn: true }),
  camera({ name: 'DS-2CD2132-I', personality: 'camera-plain', web: 'camera-old', deviceType: 38924, firmware: ['V5.0.2build 130729'], dsp: 'V4.0, build 130716', batch: 'BBRR', factoryAddress: '192.0.0.64', hasCloud: false, isOnvifOn: true }),
  camera({ name: 'DS-2CD812P-IR', personality: 'camera-plain', web: 'camera-old', deviceType: 12, firmware: ['V2.0build 090715'], dsp: 'V2.0, build 090707', batch: 'BBRR', factoryAddress: '192.0.0.64', hasCloud: false }),
  newCamera({ name: 'DS-2CD2143G2-I', deviceType: 147021, firmware: ['V5.7.11build 220829', 'V5.7.15build 230313'], dsp: 'V7.3 build 220826' }),
  newCamera({ name: 'DS-2CD2347G2-LU', deviceType: 147064, firmware: ['V5.7.3build 220112', 'V5.7.18build 240826'], dsp: 'V7.3 build 220105' }),
  newCamera({ name: 'DS-2CD2087G2H-LIU', deviceType: 147210, firmware: ['V5.7.19build 241021'], dsp: 'V7.3 build 241016', factoryAddress: 'dhcp' }),
  newCamera({ name: 'DS-2CD2T47G2-L', deviceType: 147066, firmware: ['V5.7.1build 210902'], dsp: 'V7.3 build 210827' }),
  newCamera({ name: 'DS-2DE2A404IW-DE3', deviceType: 148113, firmware: ['V5.7.11build 221008'], dsp: 'V7.3 build 220930' }),
  newCamera({ name: 'iDS-2CD7146G0-IZS', deviceType: 149502, firmware: ['V5.7.4build 220321'], dsp: 'V7.3 build 220315', isOnvifOn: true }),
  recorder({ name: 'DS-7608NI-K2/8P', deviceType: 92210, firmware: ['V3.4.106build 190709', 'V4.30.097build 211105'], dsp: 'V5.0, build 190702', digitalChannels: 8, disks: 2, serialCode: '08' }),
  recorder({ name: 'DS-7616NI-I2/16P', deviceType: 92216, firmware: ['V4.30.085build 201120'], dsp: 'V5.0, build 201110', digitalChannels: 16, disks: 2, serialCode: '16' }),
  recorder({ name: 'DS-7732NI-I4', deviceType: 92232, firmware: ['V4.40.016build 200929'], dsp: 'V5.0, build 200922', digitalChannels: 32, disks: 4, serialCode: '32' }),
  recorder({ name: 'DS-7732NXI-K4', personality: 'recorder-3.1', deviceType: 93032, firmware: ['V4.61.025build 230428', 'V4.75.000build 230815'], dsp: 'V5.0, build 230420', digitalChannels: 32, disks: 4, serialCode: '32' }),
  recorder({ name: 'DS-7208HUHI-K1', web: 'dvr', deviceType: 91308, firmware: ['V4.20.000build 190314'], dsp: 'V5.0, build 190308', analogChannels: 8, digitalChannels: 4, disks: 1, serialCode: '08' }),
  camera({ name: 'DS-KH6210-L', kind: 'intercom', personality: 'intercom', web: 'none', deviceType: 57397, firmware: ['V1.5.0build 181114'], dsp: 'V1.0, build 180613', analogChannels: 1, digitalChannels: 0, batch: 'CMCH', factoryAddress: '192.0.0.64', hasCloud: false }),
  camera({ name: 'DS-KH6320-WTE1', kind: 'intercom', personality: 'intercom', web: 'none', deviceType: 57412, firmware: ['V2.1.18build 210422'], dsp: 'V1.0, build 210409', analogChannels: 1, digitalChannels: 0, batch: 'WRIR', factoryAddress: '192.0.0.64', hasCloud: false }),
  camera({ name: 'DS-KV6113-WPE1', kind: 'intercom', personality: 'intercom', web: 'terminal', deviceType: 57506, firmware: ['V2.2.45build 220705'], dsp: 'V1.0, build 220628', analogChannels: 1, digitalChannels: 0, batch: 'CMRR', factoryAddress: '192.0.0.64', hasCloud: false }),
  camera({ name: 'CS-C3W-A0-3H4WFRL', personality: 'ezviz', web: 'none', deviceType: 44322, firmware: ['V5.3.0build 210122'], dsp: 'V7.3 build 201217', ouis: ezviz, batch: 'CCRR', factoryAddress: 'dhcp' }),
  camera({ name: 'CS-C6N-A0-1C2WFR', personality: 'ezviz', web: 'none', deviceType: 44330, firmware: ['V5.2.8build 200622'], dsp: 'V7.3 build 200610', ouis: ezviz, batch: 'CCRR', factoryAddress: 'dhcp' }),
  oem({ name: 'I81EM', deviceType: 141946, firmware: ['V5.5.82build 190909'], dsp: 'V7.3 build 190830', oemInfo: 'ANNKE' }),
  oem({ name: 'CMIP1043W-28M', deviceType: 141977, firmware: ['V5.6.5build 200316'], dsp: 'V7.3 build 200310', oemInfo: 'LTS', isOnvifOn: true }),
  oem({ name: 'IPC-T240H', deviceType: 141981, firmware: ['V5.5.84build 191014'], dsp: 'V7.3 build 191008', oemInfo: 'HiLook' }),
  camera({ name: 'DS-PWA96-M-WE', kind: 'panel', personality: 'panel', web: 'terminal', deviceType: 60418, firmware: ['V1.2.9build 221013'], dsp: 'V1.0, build 221008', analogChannels: 0, digitalChannels: 0, batch: 'RRWR', factoryAddress: 'dhcp' }),
  camera({ name: 'router-web', kind: 'foreign', personality: 'foreign', web: 'foreign-web', deviceType: 0, firmware: ['1.0'], dsp: '', ouis: ['7c:dd:90', '00:1d:aa'], digitalChannels: 0, hasCloud: false }),
  camera({ name: 'Acme IPC-200', kind: 'foreign', personality: 'foreign', web: 'foreign-onvif', deviceType: 0, firmware: ['1.0'], dsp: '', ouis: ['9c:8e:cd', '00:80:f0'], hasCloud: false, isOnvifOn: true }),
]; // biome-ignore format: one line a model

export const models: ReadonlyMap<string, Model> = new Map(list.map((model) => [model.name, model]));

/** @throws {RangeError} for a model that is not in the table, with the names that are. */
export function modelNamed(name: string): Model {
  const model = models.get(name);
  if (model === undefined) {
    throw new RangeError(`no model "${name}"; known: ${[...models.keys()].join(', ')}`);
  }
  return model;
}
