const pieceBytes = 32_768;

/** Bytes of a chosen file as the wire takes them; in pieces, since a call takes only so many arguments. */
export function bytesAsBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + pieceBytes));
  }
  return btoa(binary);
}
