/**
 * The one redaction in front of every log sink. It errs on the side of hiding: a log that shows too
 * little is a nuisance, one that shows a password cannot be taken back.
 */

const mark = '[redacted]';

/** Elements and attributes of the device's protocols whose value is a secret or derived from one. */
const secretNames = [
  'password',
  'passwd',
  'pwd',
  'oldPassword',
  'newPassword',
  'userPassword',
  'adminPassword',
  'iv',
  'code',
  'salt',
  'guid',
  'answer',
  'encryptString',
  'verificationCode',
  'securityCode',
  'secret',
  'sessionId',
  'token',
  'nonce',
  'cnonce',
  'challenge',
].join('|');

/** Header, JSON and query names; `code`, `iv` and the like are too common there to be secrets. */
const keyedNames =
  'passw(?:or)?d|pwd|secret|token|access_token|api[-_]?key|session(?:id)?|cookie|nonce|cnonce|authorization|salt';

const xmlElement = new RegExp(
  `(<(?:[\\w.-]+:)?(?:${secretNames})(?:\\s[^<>]*)?(?<!/)>)(?:[^<]|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>)*`,
  'gi',
);
const xmlAttribute = new RegExp(
  `(\\s(?:${secretNames})\\s*=\\s*)(?:"[^"]*"?|'[^']*'?)(?=[\\s/>?]|$)`,
  'gi',
);
const headerLine =
  /\b((?:proxy-)?authorization|(?:www|proxy)-authenticate|authentication-info|(?:set-)?cookie2?)(["']?\s*[:=]\s*)[^\r\n]*/gi;
const authScheme = /\b(Digest|Basic|Bearer)\s+(?=[\w+/=.-]{6,}|\w+\s*=)[^\r\n<]*/g;
const keyedValue = new RegExp(
  `((?:["']|\\b|[?&])(?:${keyedNames})["']?\\s*[:=]\\s*)(?:"(?:[^"\\\\]|\\\\.)*"?|'[^']*'?|[^\\s&,;"'<>}]+)`,
  'gi',
);
/** The one-time link of the web host. */
const loginLink = /([?&#]t=)[\w-]+/g;
const hexBlob = /\b[0-9a-f]{32,}\b/gi;
const base64Blob = /[A-Za-z0-9+/]{16,}={0,2}/g;
const homePath =
  /(\/home\/|\/Users\/|[A-Za-z]:[\\/]+Users[\\/]+)[^\s\\/"'<>:|?*]+|\/root(?=\/|\s|$)/g;

/** A word of a path: capitals together, or words that begin with one. Random letters are not so tidy. */
const pathWord = /^(?:(?:[A-Z]{2,}|[A-Z]?[a-z]+)(?:[A-Z][a-z]{2,})*)?\d*$/;

/** Names, serials, model numbers and paths also use only these letters; a blob mixes them all. */
function isBlob(text: string): boolean {
  if (text.endsWith('=')) return true;
  const words = text.split('/');
  if (words.length > 1 && words.every((word) => pathWord.test(word))) return false;
  const hasBothCases = /[a-z]/.test(text) && /[A-Z]/.test(text);
  if (hasBothCases && /[0-9+/]/.test(text)) return true;
  return hasBothCases && text.length >= 24;
}

/**
 * Text without secrets: passwords, codes, salts and initialisation vectors in XML, JSON, headers and
 * queries, digest headers, cookies, tokens, long hexadecimal and base64 blobs, and the user's name in
 * paths. Idempotent.
 */
export function redact(text: string): string {
  return text
    .replace(xmlElement, `$1${mark}`)
    .replace(xmlAttribute, `$1${mark}`)
    .replace(headerLine, `$1$2${mark}`)
    .replace(authScheme, `$1 ${mark}`)
    .replace(keyedValue, `$1${mark}`)
    .replace(loginLink, `$1${mark}`)
    .replace(hexBlob, mark)
    .replace(base64Blob, (blob) => (isBlob(blob) ? mark : blob))
    .replace(homePath, '~');
}

const secretField = new RegExp(`^(?:${keyedNames})$`, 'i');

/** Redacts one field of a log line; a field with a telling name loses its value whatever it is. */
export function redactField<T>(name: string, value: T): T | string {
  if (secretField.test(name)) return mark;
  return typeof value === 'string' ? redact(value) : value;
}
