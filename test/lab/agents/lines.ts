import { createInterface } from 'node:readline';

/** Agents speak one JSON value per line on their standard streams. */
export function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

export function onLine(handle: (value: unknown) => void, onEnd: () => void): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => handle(JSON.parse(line)));
  lines.on('close', onEnd);
}
