import type { DeviceKind, Vendor } from '../contract/device.ts';
import { macPrefixHint } from './mac-prefixes.ts';
import type { DeviceRecord, KnownFacts } from './record.ts';

/** Model prefixes in order of trial; the first that fits decides. */
const kindByModel: readonly (readonly [RegExp, DeviceKind])[] = [
  // Door stations, room stations, door phones and kits. Face and card terminals (DS-K1T, K1A) stand at
  // a door and answer it, so they are found under the same word.
  [/^I?DS-K(?:[HVDBM]|IS|1[TA])/, 'intercom'],
  [/^DS-K2/, 'panel'],
  [/^DS-(?:PW|PH|PS|PK|19)/, 'panel'],
  [/^I?DS-2/, 'camera'],
  [/^I?DS-T/, 'camera'],
  [/^I?DS-[789]/, 'recorder'],
  [/^I?DS-(?:E\d|MP?\d|N\d|H\d)/, 'recorder'],
  [/^DS-I\d/, 'camera'],
  [/^(?:ERI|ERT|EKI)-/, 'recorder'],
  [/^(?:ECI|ECT|PCI|PTZ|IPC|HWI|HWP|HWT|THC)-/, 'camera'],
  [/^(?:NVR|DVR|HWN|HWD)-/, 'recorder'],
  [/^CS-(?:DB|DP|HP|EP|CP)/, 'intercom'],
  [/^CS-[XN]\d/, 'recorder'],
  [/^CS-A\d/, 'panel'],
  [/^CS-/, 'camera'],
];

const ezvizModel = /^CS-/;
const hikvisionModel = /^(?:I?DS-|ERI-|ECI-|HWI-|HWN-|HWD-)/;
/** OEM models carry no known prefix; this many network channels only a recorder has. */
const recorderChannels = 4;

/** Words of ISAPI's `deviceType`, letter case and signs apart. Source: the vendor's guide, public dumps. */
const kindByType: readonly (readonly [RegExp, DeviceKind])[] = [
  [/^(?:ip)?(?:camera|dome|zoom|ptz|speeddome|bullet|cube)|^(?:ipc|thermal)/, 'camera'],
  [/nvr|dvr|nvs|dvs|encoder|decoder|cvr/, 'recorder'],
  [
    /^(?:acs|accesscontrol)|intercom|doorstation|indoorstation|doorphone|^(?:vis|vidintercom)/,
    'intercom',
  ],
  [/alarm|axpro|axhub|securitycontrol|panel|^pha/, 'panel'],
];

/** What the device calls itself over HTTP; the last hint, for models without a known prefix. */
export function kindOfType(type: string | null | undefined): DeviceKind {
  const word = (type ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
  for (const [pattern, kind] of kindByType) if (pattern.test(word)) return kind;
  return 'unknown';
}

export function kindOfModel(facts: KnownFacts): DeviceKind {
  const model = (facts.model ?? '').trim().toUpperCase();
  for (const [pattern, kind] of kindByModel) if (pattern.test(model)) return kind;
  return (facts.digitalChannels ?? 0) >= recorderChannels ? 'recorder' : 'unknown';
}

/** The operator's word first; something that is not of the family is not guessed at. */
export function kindOf(record: Readonly<DeviceRecord>, facts: KnownFacts): DeviceKind {
  if (record.kind !== null) return record.kind;
  if (vendorOf(record, facts) === 'other') return 'unknown';
  const kind = kindOfModel(facts);
  return kind === 'unknown' ? kindOfType(record.book?.test?.identity?.type) : kind;
}

/**
 * Whose device it is. Its own SADP answer proves the family; a fingerprint or a manufacturer's name
 * comes next, then the model; a MAC prefix is the last hint and gives way to any contrary sign.
 */
export function vendorOf(record: Readonly<DeviceRecord>, facts: KnownFacts): Vendor {
  const brand = brandOf(facts);
  if (record.sources.sadp !== undefined) return brand ?? 'hikvision';
  const manufacturer = manufacturerOf(facts);
  const seen = manufacturer ?? fingerprintOf(record);
  const hint = macPrefixHint(record.nics[0]?.mac ?? null);
  if (seen === 'other') return manufacturer === 'other' && hint !== null ? 'oem' : 'other';
  return brand ?? seen ?? modelVendor(facts) ?? hint ?? 'unknown';
}

function brandOf(facts: KnownFacts): Vendor | null {
  if (facts.isEzviz === true || ezvizModel.test((facts.model ?? '').toUpperCase())) return 'ezviz';
  if (facts.isOem === true) return 'oem';
  const info = (facts.oemInfo ?? '').trim();
  const isBrandName = info !== '' && !/^(?:n\/?a|none|null|0|hikvision|hik)$/i.test(info);
  return isBrandName ? 'oem' : null;
}

function manufacturerOf(facts: KnownFacts): Vendor | null {
  const name = (facts.manufacturer ?? '').trim();
  if (name === '') return null;
  if (/ezviz/i.test(name)) return 'ezviz';
  return /hik/i.test(name) ? 'hikvision' : 'other';
}

function fingerprintOf(record: Readonly<DeviceRecord>): Vendor | null {
  const said = [record.sources.sweep?.vendor, record.sources.onvif?.vendor].filter(
    (vendor) => vendor !== undefined && vendor !== null && vendor !== 'unknown',
  );
  // Two opinions: the one that recognised something beats the one that did not.
  return said.find((vendor) => vendor !== 'other') ?? said[0] ?? null;
}

function modelVendor(facts: KnownFacts): Vendor | null {
  return hikvisionModel.test((facts.model ?? '').toUpperCase()) ? 'hikvision' : null;
}
