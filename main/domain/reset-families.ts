import type { DeviceKind } from '../contract/device.ts';
import type { RecoveryRoute, ResetCard } from '../contract/recovery.ts';

type Family = ResetCard['family'];
type Hold = ResetCard['holds'][number];
type FamilyFacts = Omit<ResetCard, 'match' | 'family' | 'drawing' | 'guideId'>;

/**
 * Where knowledge came from: a name, or a code with words under `resetCard.sources`. `trade`: no source could be
 * read; shown as "typical" with its label.
 */
const sources = {
  wrightwood: 'Wrightwood Surveillance, article 9000071176',
  outlet: 'CCTV Outlet',
  dirLv: 'dir.lv',
  guide: 'How to Unbind a Hikvision Device: A Practical Guide',
  connectec: 'connectec',
  alarmexpertRunning: 'alarmexpert-running',
  wrightwoodLonger: 'wrightwood-longer',
  manuals: 'manuals',
  trade: 'trade',
} as const;

const hold = (minS: number, maxS: number, source: string): Hold => ({ minS, maxS, source });

/** Sources contradict each other; all of them are shown. */
const cameraHolds: readonly Hold[] = [
  hold(10, 15, sources.guide),
  hold(10, 20, sources.alarmexpertRunning),
  hold(15, 20, sources.outlet),
  hold(20, 20, sources.dirLv),
  hold(30, 30, sources.wrightwoodLonger),
];

const cameraRoutes: RecoveryRoute[] = [
  'reset-file',
  'portal-reset',
  'recorder-menu',
  'support-case',
];
const panelRoutes: RecoveryRoute[] = ['owner-account', 'support-case'];

function camera(hasButton: boolean | null, from: readonly string[]): FamilyFacts {
  return {
    ...{ hasButton, power: 'hold-while-powering-on', holds: [...cameraHolds] },
    ...{ firstHoldS: 20, secondHoldS: 30, sources: [...from], otherRoutes: cameraRoutes },
  };
}

function withoutButton(from: readonly string[]): FamilyFacts {
  return {
    ...{ hasButton: false, power: 'none', holds: [], firstHoldS: null, secondHoldS: null },
    ...{ sources: [...from], otherRoutes: cameraRoutes },
  };
}

function typical(
  power: ResetCard['power'],
  [minS, maxS]: readonly [number, number],
  otherRoutes: RecoveryRoute[] = cameraRoutes,
): FamilyFacts {
  return {
    ...{ hasButton: null, power, holds: [hold(minS, maxS, sources.trade)] },
    ...{ firstHoldS: maxS, secondHoldS: maxS * 2, sources: [sources.trade], otherRoutes },
  };
}

const { wrightwood, outlet, connectec, dirLv, manuals, trade } = sources;

const families: Readonly<Record<Family, FamilyFacts>> = {
  'mini-bullet': camera(true, [wrightwood, outlet]),
  bullet: camera(true, [wrightwood]),
  // Some have it under a cover, others have none: the sources contradict each other by model.
  turret: camera(null, [outlet, wrightwood]),
  dome: camera(true, [outlet, wrightwood]),
  ptz: camera(null, [trade]),
  fisheye: camera(null, [trade]),
  box: camera(null, [trade]),
  'cube-wifi': typical('either', [10, 10]),
  'recorder-no-button': withoutButton([connectec]),
  'recorder-button': typical('hold-while-running', [10, 15]),
  'door-station': { ...typical('either', [10, 10]), sources: [manuals, trade] },
  'indoor-station': { ...typical('either', [10, 10]), sources: [manuals, trade] },
  'face-terminal': {
    ...{ hasButton: null, power: 'none', holds: [], firstHoldS: null, secondHoldS: null },
    ...{ sources: [trade], otherRoutes: cameraRoutes },
  },
  'alarm-panel': typical('hold-while-powering-on', [5, 10], panelRoutes),
  'value-no-button': withoutButton([connectec, dirLv]),
  unknown: {
    ...{ hasButton: null, power: 'none', holds: [], firstHoldS: null, secondHoldS: null },
    ...{ sources: [], otherRoutes: cameraRoutes },
  },
};

/** Models that a source names, with a button that it found. */
const namedModels: readonly (readonly [RegExp, Family, string])[] = [
  [/^DS-2CD2086G2-I/, 'mini-bullet', outlet],
  [/^DS-2CD(?:2343G2-I|2347G2-L|2386G2-I)/, 'turret', outlet],
  [/^DS-2CD2143G2-I/, 'dome', outlet],
];

/** By model prefix, in order of trial. Typical for the series, no promise for the model. */
const byPrefix: readonly (readonly [RegExp, Family])[] = [
  [/^I?DS-2CD1\d/, 'value-no-button'],
  [/^I?DS-2CD20/, 'mini-bullet'],
  [/^I?DS-2CD(?:23|2H)/, 'turret'],
  [/^I?DS-2CD(?:2[157]|31|41|51|7[15])/, 'dome'],
  [/^I?DS-2C(?:D24|V)/, 'cube-wifi'],
  [/^I?DS-2CD(?:29|63)/, 'fisheye'],
  [/^I?DS-2CD(?:28|40|50|70)/, 'box'],
  [/^I?DS-2CD(?:26|2T|3T|46|4A|5|7A)/, 'bullet'],
  [/^I?DS-2(?:DE|DF|DP|SE)/, 'ptz'],
  [/^I?DS-7[126]/, 'recorder-button'],
  [/^I?DS-(?:[789]|E\d|M)/, 'recorder-no-button'],
  [/^DS-KH/, 'indoor-station'],
  [/^DS-K1/, 'face-terminal'],
  [/^DS-K(?:V|D|B|IS)/, 'door-station'],
  [/^DS-P[WH]/, 'alarm-panel'],
];

const byKind: Readonly<Record<DeviceKind, Family>> = {
  camera: 'unknown',
  recorder: 'recorder-no-button',
  intercom: 'door-station',
  panel: 'alarm-panel',
  unknown: 'unknown',
};

/** Large speed domes have none, as far as the trade knows. */
const largeDome = /^I?DS-2(?:DF|DE[5-9])/;

/** The reset card of a model, as far as anybody wrote it down; `kind` helps when the model does not. */
export function resetCardOf(model: string | null, kind: DeviceKind): ResetCard {
  const name = (model ?? '').trim().toUpperCase();
  const named = namedModels.find(([pattern]) => pattern.test(name));
  if (named !== undefined) {
    const [, family, source] = named;
    const card = cardOf(family, 'model');
    return { ...card, hasButton: true, sources: [source, ...card.sources.filter(not(source))] };
  }
  const found = byPrefix.find(([pattern]) => pattern.test(name));
  if (found === undefined) {
    const family = byKind[kind];
    return cardOf(family, family === 'unknown' ? 'none' : 'kind');
  }
  const card = cardOf(found[1], 'prefix');
  return largeDome.test(name) ? { ...card, hasButton: false } : card;
}

function not(source: string): (one: string) => boolean {
  return (one) => one !== source;
}

function cardOf(family: Family, match: ResetCard['match']): ResetCard {
  const facts = families[family];
  const guideId = family === 'unknown' ? 'reset-button' : 'reset-button-families';
  return { ...facts, family, match, drawing: family, guideId };
}
