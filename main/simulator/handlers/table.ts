import { activate, restoreInactive } from './activate.ts';
import {
  ezvizUnbind,
  ezvizUnbindDelUsers,
  getUnbindStatus,
  setHcPlatform,
  setVerificationCode,
} from './cloud.ts';
import { exchangecode } from './exchange.ts';
import type { Command, Handler } from './handler.ts';
import { inquiry, inquiryV32 } from './inquiry.ts';
import { lamp } from './lamp.ts';
import { getcode, getencryptstring, getQrCodes, reset } from './reset.ts';
import { update } from './update.ts';

/** Questions to everybody. Letter case counts, as on devices; an unknown type is met with silence. */
export const handlers: ReadonlyMap<string, Handler> = new Map([
  ['inquiry', inquiry],
  ['inquiry_v32', inquiryV32],
]);

/** Commands to one device; its abilities say which of them it knows. */
export const commands: ReadonlyMap<string, Command> = new Map([
  ['exchangecode', exchangecode],
  ['exchangecode_v31', exchangecode],
  ['activate', activate],
  ['activate_v31', activate],
  ['update', update],
  ['update_v31', update],
  ['getUnbindStatus', getUnbindStatus],
  ['ezvizUnbind', ezvizUnbind],
  ['ezvizUnbind_v31', ezvizUnbind],
  ['ezvizUnbindDelUsers', ezvizUnbindDelUsers],
  ['SetHCPlatform', setHcPlatform],
  ['SetHCPlatform_v31', setHcPlatform],
  ['SetVerificationCode', setVerificationCode],
  ['restoreInactive', restoreInactive],
  ['getcode', getcode],
  ['getcode_v31', getcode],
  ['getencryptstring', getencryptstring],
  ['getencryptstring_v31', getencryptstring],
  ['GetQRcodes', getQrCodes],
  ['GetQRcodes_v31', getQrCodes],
  ['reset', reset],
  ['reset_v31', reset],
  ['lamp', lamp],
]);
