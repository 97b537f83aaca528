import type { PersonalityName } from './models.ts';
import type { PasswordPolicy } from './password-policy.ts';
import type { ExchangeForm, RefusalDetail } from './types.ts';

/** What a line of devices can be told to do, and how it behaves about its password. */
export interface Abilities {
  /** Wire names it knows; anything else is met with silence. Letter case counts. */
  readonly commands: ReadonlySet<string>;
  /** Element `Encrypt`; `null` when the line does not tell it. */
  readonly encrypt: boolean | null;
  /** Salts of the password hash. */
  readonly salts: 0 | 1 | 2;
  readonly maxAttempts: number;
  readonly refusals: RefusalDetail;
  readonly exchange: ExchangeForm;
  readonly replays: 'ignored' | 'same-reply';
  readonly policy: PasswordPolicy;
}

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const second = 'exchangecode activate update SetHCPlatform SetVerificationCode';
const third = 'exchangecode_v31 activate_v31 update_v31 SetHCPlatform_v31';
const unbind = 'getUnbindStatus ezvizUnbind';
const reset = 'getcode getencryptstring GetQRcodes reset';
const reset31 = 'getcode_v31 getencryptstring_v31 GetQRcodes_v31 reset_v31';

const usual: Abilities = {
  commands: names(`${second} ${reset} restoreInactive lamp`),
  encrypt: true,
  salts: 1,
  maxAttempts: 7,
  refusals: 'attempts',
  exchange: 'bare',
  replays: 'ignored',
  policy: 'basic',
};

/**
 * By line. Which commands a line knows follows from its generation and from what it tells about itself; how
 * many tries, which exchange form and what a replay meets are inventions within what is known.
 */
export const abilitiesOf: Readonly<Record<PersonalityName, Abilities>> = {
  'camera-plain': { ...usual, commands: names('update'), encrypt: null, salts: 0, refusals: 'failed' },
  'camera-3.0': usual,
  'camera-3.1': {
    ...usual,
    commands: names(`${second} ${third} ${unbind} ${reset31} ezvizUnbind_v31 lamp`),
    salts: 2,
    replays: 'same-reply',
  },
  recorder: {
    ...usual,
    commands: names(`${second} ${unbind} ${reset} restoreInactive`),
    exchange: 'terminated',
    maxAttempts: 5,
  },
  'recorder-3.1': {
    ...usual,
    commands: names(`${second} ${third} ${unbind} ${reset31} ezvizUnbind_v31`),
    salts: 2,
    exchange: 'long',
    maxAttempts: 5,
    policy: 'strict',
  },
  intercom: {
    ...usual,
    commands: names('exchangecode activate update'),
    encrypt: null,
    salts: 0,
    maxAttempts: 6,
  },
  ezviz: { ...usual, commands: names(`exchangecode update ${unbind}`), salts: 0, refusals: 'result' },
  oem: { ...usual, commands: names(`${second} lamp`), replays: 'same-reply' },
  panel: {
    ...usual,
    commands: names(
      `exchangecode ${third} getUnbindStatus ezvizUnbind_v31 ezvizUnbindDelUsers`,
    ),
    exchange: 'terminated',
    maxAttempts: 5,
  },
  foreign: { ...usual, commands: new Set(), encrypt: null, salts: 0 },
}; // biome-ignore format: one line a kind
