import type { EvidenceLine } from '../../contract/job.ts';

const maxLines = 200;
const maxText = 1000;
const mark = '[redacted]';
const secretElement =
  /(<(Password|Iv|Code|Salt2?|VerificationCode|GUID|Answer|EncryptString)(?:\s[^<>]*)?>)[^<]*/gi;
const secretWord =
  /\b(password|passwd|pwd|iv|salt2?|secret|verification ?code)(["']?\s*[:=]\s*)[^\s,;}]+/gi;
const blob = /\b(?:[0-9a-f]{32,}|[A-Za-z0-9+/]{20,}={0,2})(?![\w-])/gi;

/** Serials and names may be long too; a blob mixes cases, digits or ends in `=`. */
function isBlob(text: string): boolean {
  if (text.endsWith('=') || /^[0-9a-f]{32,}$/i.test(text)) return true;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /[0-9+/]/.test(text);
}

/** Evidence is printed and handed over: no password and nothing made from one may be in it. */
export function redactEvidence(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret !== '') clean = clean.replaceAll(secret, mark);
  }
  return clean
    .replace(secretElement, `$1${mark}`)
    .replace(secretWord, `$1$2${mark}`)
    .replace(blob, (found) => (isBlob(found) ? mark : found))
    .slice(0, maxText);
}

/** Adds a line; a run that goes on for hours keeps its first lines and the newest. */
export function addEvidence(lines: EvidenceLine[], line: EvidenceLine): void {
  if (lines.at(-1)?.text === line.text) return;
  lines.push(line);
  if (lines.length > maxLines) lines.splice(maxLines / 2, 1);
}
