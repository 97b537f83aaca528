const shape = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Strict, with padding, as devices read it; `null` for anything else. */
export function fromBase64(text: string): Uint8Array | null {
  return shape.test(text) ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : null;
}

export function toBase64(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data));
}

export function toHex(data: Uint8Array): string {
  return Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** `null` unless it is that many bytes in lower-case hexadecimal. */
export function fromHex(text: string, bytes: number): Uint8Array | null {
  if (text.length !== bytes * 2 || !/^[0-9a-f]*$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
