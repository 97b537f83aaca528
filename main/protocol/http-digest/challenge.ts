/** One `WWW-Authenticate` challenge. Names are lower case; a name that came twice makes it `isAmbiguous`. */
export interface Challenge {
  /** Lower case: `digest`, `basic`, or anything else a server may think of. */
  readonly scheme: string;
  /** As written: of a quoted value what stands between its quotes, escapes and all. */
  readonly raw: ReadonlyMap<string, string>;
  /** The same with `\x` resolved to `x`. */
  readonly values: ReadonlyMap<string, string>;
  /** Credentials of the form `Negotiate abc==`; `null` when there are none. */
  readonly token: string | null;
  /** Two realms or two nonces: no telling which one the server goes by. */
  readonly isAmbiguous: boolean;
}

/** Everything of all headers together that is looked at; devices send 300 characters. */
const maxLength = 16_384;
const maxChallenges = 16;
const maxParams = 32;

const blank = /[\t ]*/y;
const separators = /[\t ,]*/y;
const word = /[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y;
const token68 = /[A-Za-z0-9\-._~+/]+=*(?=[\t ]*(?:,|$))/y;
const equals = /[\t ]*=[\t ]*/y;
const quoted = /"((?:[^"\\]|\\.)*)"/y;
/** What old firmware writes where a quoted string belongs; ends at the next comma. */
const bare = /[^",]*/y;

interface Reader {
  readonly text: string;
  at: number;
}

/** What the sticky pattern matches here, or `null`; moves on by it. */
function take(reader: Reader, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match !== null) reader.at = pattern.lastIndex;
  return match;
}

/**
 * Reads challenges: several headers, several challenges in one header, commas within quotes, unknown
 * schemes. What cannot be read ends its header; the challenges before it stand. Never throws, linear.
 *
 * @param headers the values of every `WWW-Authenticate` header, in order. RFC 7235, 7616
 */
export function parseChallenges(headers: readonly string[]): readonly Challenge[] {
  const found: Challenge[] = [];
  let left = maxLength;
  for (const header of headers) {
    if (header.length > left) break;
    left -= header.length;
    readHeader(header, found);
  }
  return found;
}

function readHeader(text: string, found: Challenge[]): void {
  const reader: Reader = { text, at: 0 };
  take(reader, separators);
  while (reader.at < text.length && found.length < maxChallenges) {
    const scheme = take(reader, word)?.[0];
    if (scheme === undefined) return;
    const hasGap = (take(reader, blank)?.[0] ?? '') !== '';
    const isEnd = reader.at >= text.length || text[reader.at] === ',';
    if (!hasGap && !isEnd) return;
    const challenge = readRest(reader, scheme.toLowerCase());
    if (challenge === null) return;
    found.push(challenge);
    take(reader, separators);
  }
}

/** Everything behind the scheme's name; `null` when it cannot be read. */
function readRest(reader: Reader, scheme: string): Challenge | null {
  const raw = new Map<string, string>();
  const token = take(reader, token68)?.[0] ?? null;
  if (token !== null) return { scheme, raw, values: raw, token, isAmbiguous: false };
  let isAmbiguous = false;
  for (;;) {
    const before = reader.at;
    take(reader, separators);
    const name = take(reader, word)?.[0].toLowerCase();
    if (name === undefined || take(reader, equals) === null) {
      // The name of the next scheme, or the end.
      reader.at = before;
      break;
    }
    const value = readValue(reader);
    if (value === null || raw.size >= maxParams) return null;
    if (raw.has(name)) isAmbiguous = true;
    else raw.set(name, value);
  }
  const values = new Map([...raw].map(([name, value]) => [name, value.replace(/\\(.)/g, '$1')]));
  return { scheme, raw, values, token: null, isAmbiguous };
}

function readValue(reader: Reader): string | null {
  if (reader.text[reader.at] === '"') return take(reader, quoted)?.[1] ?? null;
  // Between quotes a backslash must not swallow the closing one when it is echoed.
  return take(reader, bare)?.[0].trim().replaceAll('\\', '\\\\') ?? null;
}
