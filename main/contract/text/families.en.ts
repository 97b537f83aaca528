import type { resetFamilies } from '../recovery.ts';

/** What a card of the reset button says. */
interface FamilyWords {
  readonly name: string;
  readonly where: string;
  readonly how: string;
  readonly confirms: string;
  readonly lost: string;
  readonly ifNone: string;
}

const cameraHow =
  'Cut the power. Press and hold. Switch the power on while you hold, keep holding for the time shown, then release and wait until it has started.';
const cameraConfirms =
  'The filter clicks or the infrared lamps light at the start; then the device is inactive in the list. Only that is the proof.';
const cameraLost =
  'Password, users, network and picture settings. Recordings on a memory card usually stay. The binding to a Hik-Connect account is unknown until it is read again.';
const cameraNone =
  'Do not search longer and do not short-circuit contacts. Take the reset file or QR, the installer’s portal, or the recorder that has this camera.';
const recorderLost =
  'Password, users and settings. Recordings on the disks usually stay, but may not play in another recorder. The binding to the account is unknown until it is read again.';
const recorderNone =
  'Take the reset file or QR, the installer’s portal, security questions, the reserved e-mail or the GUID file, whichever the recorder offers.';
const intercomNone =
  'The manuals name only the export file and the reserved e-mail. Take one of those.';
const camera = { how: cameraHow, confirms: cameraConfirms, lost: cameraLost, ifNone: cameraNone };

export const familiesEn = {
  'mini-bullet': {
    ...camera,
    name: 'Mini bullet',
    where:
      'On the back or the outside of the housing, or under the screw cover beside the slot of the memory card.',
  },
  bullet: {
    ...camera,
    name: 'Large bullet',
    where: 'Under the service cover, where the memory card is.',
  },
  turret: {
    ...camera,
    name: 'Turret',
    where:
      'There is none outside. Several models have it under the small cover with the memory card; others have none that can be reached. If yours has no such cover, take another way.',
  },
  dome: {
    ...camera,
    name: 'Dome',
    where:
      'Inside: take the bubble off. On the main board beside the memory card, often without a label.',
  },
  ptz: {
    ...camera,
    name: 'PTZ, speed dome',
    where: 'Small ones: inside, beside the memory card. Large ones have none, as far as is known.',
    confirms: 'It turns through its self-test again; then the device is inactive in the list.',
  },
  fisheye: {
    ...camera,
    name: 'Fisheye',
    where: 'Under the cover, near the memory card.',
  },
  'cube-wifi': {
    ...camera,
    name: 'Wi-Fi cube, indoor camera',
    where: 'A hole marked RESET on the back or the bottom. Use a paper clip.',
    how: 'Press for about 10 s. Manuals differ: while it runs, or while the power comes on. Try it running first.',
    confirms: 'A voice or the lamp; then the device is inactive in the list.',
  },
  box: {
    ...camera,
    name: 'Box camera',
    where: 'On the back beside the connectors, or beside the memory card.',
  },
  'recorder-no-button': {
    name: 'Recorder',
    where:
      'Recorders usually have none. A jumper on the board is not meant for users: leave it alone.',
    how: 'There is nothing to press.',
    confirms: 'The recorder is inactive in the list and shows its activation wizard.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'recorder-button': {
    name: 'Small recorder',
    where: 'Some recent small ones have a hole marked RESET on the back; most have none.',
    how: 'With the recorder running, press for 10 to 15 s with a paper clip.',
    confirms: 'A beep, then the activation wizard; the recorder is inactive in the list.',
    lost: recorderLost,
    ifNone: recorderNone,
  },
  'door-station': {
    name: 'Door station',
    where: 'Some have a button behind the rear cover. The manuals do not mention one.',
    how: 'Press for about 10 s.',
    confirms: 'A voice or a restart; then the device is inactive in the list.',
    lost: 'Password, settings, cards and rooms. The binding to the account is unknown until it is read again.',
    ifNone: intercomNone,
  },
  'indoor-station': {
    name: 'Indoor station',
    where: 'Some have a button behind the rear cover. The manuals do not mention one.',
    how: 'Press for about 10 s.',
    confirms: 'A restart with its first-start page; then the device is inactive in the list.',
    lost: 'Password, settings and linked stations. The binding to the account is unknown until it is read again.',
    ifNone: intercomNone,
  },
  'face-terminal': {
    name: 'Face or fingerprint terminal',
    where: 'Pads inside or an item in its menu, by model. No source that could be read tells more.',
    how: 'Follow the quick-start guide of this model.',
    confirms: 'The device is inactive in the list.',
    lost: 'Password and settings; persons, faces and cards by model. Save them first.',
    ifNone: 'Take the reset file or QR, or a case at support.',
  },
  'alarm-panel': {
    name: 'Alarm panel AX PRO',
    where: 'A button inside the housing. Opening it raises the tamper alarm.',
    how: 'Cut the mains and switch the battery off. Hold the button while you switch on again, 5 to 10 s.',
    confirms: 'The lamp flashes; then the device is inactive in the list.',
    lost: 'Users, detectors and settings. The accounts of installer and owner are in the cloud and stay there.',
    ifNone:
      'The installer’s portal cannot reset an AX PRO. Take the owner’s account or a case at support.',
  },
  'value-no-button': {
    name: 'Camera without a memory card slot',
    where: 'Often there is none.',
    how: 'There is nothing to press.',
    confirms: 'The device is inactive in the list.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
  unknown: {
    name: 'Unknown model',
    where:
      'Nothing is known about this model. Look at its quick-start guide and photograph the label.',
    how: 'As its quick-start guide says.',
    confirms: 'The device is inactive in the list. Only that is the proof.',
    lost: cameraLost,
    ifNone: cameraNone,
  },
} satisfies Record<(typeof resetFamilies)[number], FamilyWords>;

/** How sure a card is, and what stands on it. */
export const resetCardEn = {
  match: {
    model: 'Named by a source for this model',
    prefix: 'Typical for this series, not your exact model',
    kind: 'Typical for this kind of device',
    none: 'Nothing is known for this model',
  },
  sources: {
    'alarmexpert-running': 'alarmsysteemexpert.nl (while it runs)',
    'wrightwood-longer': 'Wrightwood Surveillance, article 9000071176 (30 s and longer)',
    manuals: 'Intercom manuals (export file or reserved e-mail only)',
    trade: 'Trade knowledge, no source read',
  },
  power: {
    'hold-while-powering-on': 'Hold while the power comes on',
    'hold-while-running': 'Hold while it runs',
    either: 'Running or at power-on, by model',
    none: 'Nothing to hold',
  },
  button: { yes: 'Has a button', no: 'Typically has no button', unknown: 'May have a button' },
  labels: {
    family: 'Family',
    where: 'Where',
    how: 'How',
    hold: 'Hold',
    confirms: 'What confirms it',
    lost: 'What is lost',
    ifNone: 'If there is none',
    sources: 'Sources',
    others: 'Other ways',
  },
  seconds: '{{from}} to {{to}} s ({{source}})',
  first: 'First {{first}} s; if it comes back active, {{second}} s.',
  check: 'Check the quick-start guide of this model first.',
};

type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };
export type FamiliesText = Same<typeof familiesEn>;
export type ResetCardText = Same<typeof resetCardEn>;
