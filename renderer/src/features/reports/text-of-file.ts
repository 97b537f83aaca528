/** The text of a file as it came over the wire. */
export function textOfFile({ base64 }: { readonly base64: string }): string {
  const binary = atob(base64);
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
