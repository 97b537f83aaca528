/** From such a mark on, a note is for the own house only. */
const privateMark = /\[(?:private|privato|privata|privado|privada)\]/i;
/** A line that gives access reads like one of these, in the languages of the people who write them. */
const accessLine =
  /passw|passphrase|\bpwd?\b|\bpin\b|\buser\b|\badmin\b|login|utente|usuario|contrase|clave|codice|c[oó]digo|verification code|security code/i;

/** What of a note strangers may read: nothing after the mark, and no line that looks like access data. */
export function withoutPrivate(note: string): string {
  const [open = ''] = note.split(privateMark, 1);
  return open
    .split('\n')
    .filter((line) => !accessLine.test(line))
    .join('\n')
    .trim();
}
