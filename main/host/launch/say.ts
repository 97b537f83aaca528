/** What the launcher tells its person. Standard error, so that a command's output stays its own. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
