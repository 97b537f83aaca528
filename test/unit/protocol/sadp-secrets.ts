import { systemCrypto as crypto } from '../../../main/adapters/node/crypto.ts';

/** The inputs that all vectors share. */
export const password = 'Abcd1234!';
export const salt = 'd8eebc414effc857bed4c3cc203c8b4413f60b00a9f4acc410084358d5fd3f91';
export const exchange = new TextEncoder().encode('0123456789abcdef');

export function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}

/** Hands out the given bytes, once. */
export function randomOf(hex: string): { bytes(length: number): Uint8Array } {
  let isUsed = false;
  return {
    bytes: (length) => {
      const data = fromHex(hex);
      if (isUsed || data.length !== length) throw new Error('randomness asked for twice');
      isUsed = true;
      return data;
    },
  };
}

export { crypto };
