export interface ResolvedText {
  readonly text: string;
  /** First reference that names nothing XML defines, or no valid character; `null` when none. */
  readonly unknown: string | null;
  /** Whether an `&` stood there that begins no reference at all. */
  readonly hasBareAmpersand: boolean;
}

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * Resolves the five named references of XML and the numeric ones, once (what they yield is not read
 * again, so nothing can grow). An `&` that begins no complete reference stays as it is: devices do
 * send `AT&T` unescaped. Linear: a reference is at most 40 characters long.
 */
export function resolveReferences(chunk: string): ResolvedText {
  let unknown: string | null = null;
  let hasBareAmpersand = false;
  const text = chunk.replace(
    /&(?:(#\d{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][\w.-]{0,37});)?/g,
    (whole: string, body: string | undefined) => {
      if (body === undefined) {
        hasBareAmpersand = true;
        return whole;
      }
      const value = body.startsWith('#') ? characterOf(body.slice(1)) : named.get(body);
      if (value === undefined) unknown ??= whole;
      return value ?? whole;
    },
  );
  return { text, unknown, hasBareAmpersand };
}

/** A character XML allows (control characters are the field reader's business), or `undefined`. */
function characterOf(digits: string): string | undefined {
  const code = /^[xX]/.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code === 0 || isSurrogate || code > 0x10ffff ? undefined : String.fromCodePoint(code);
}
