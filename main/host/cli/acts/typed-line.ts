/** What was typed so far on a hidden line. */
export interface TypedLine {
  readonly text: string;
  readonly state: 'typing' | 'done' | 'interrupted';
}

export const nothingTyped: TypedLine = { text: '', state: 'typing' };

function press(text: string, key: string): TypedLine {
  switch (key) {
    case '\r':
    case '\n':
      return { text, state: 'done' };
    case '\u0003':
      return { text: '', state: 'interrupted' };
    // Ctrl+D ends the line when something was typed and leaves when nothing was.
    case '\u0004':
      return text === '' ? { text: '', state: 'interrupted' } : { text, state: 'done' };
    case '\u007f':
    case '\b':
      return { text: [...text].slice(0, -1).join(''), state: 'typing' };
    case '\u0015':
      return nothingTyped;
    default:
      return { text: key < ' ' ? text : text + key, state: 'typing' };
  }
}

/** Marks that terminals put around pasted text, and cursor keys: nothing of them belongs to a password. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
const sequences = /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?/g;

/** Goes on with a chunk that came from the terminal; what follows the end of the line is dropped. */
export function typeOn(line: TypedLine, chunk: string): TypedLine {
  let now = line;
  for (const key of chunk.replace(sequences, '')) {
    if (now.state !== 'typing') break;
    now = press(now.text, key);
  }
  return now;
}
