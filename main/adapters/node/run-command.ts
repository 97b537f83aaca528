import { execFile } from 'node:child_process';
import { join } from 'node:path';

const maxOutputBytes = 4 * 1024 * 1024;

/** Runs a program of the system that only reads; its output, or `null` when it failed or took too long. */
export type RunCommand = (
  file: string,
  args: readonly string[],
  timeoutMs: number,
) => Promise<string | null>;

export const runCommand: RunCommand = (file, args, timeoutMs) =>
  new Promise((resolve) => {
    execFile(
      file,
      args,
      {
        timeout: timeoutMs,
        killSignal: 'SIGKILL',
        maxBuffer: maxOutputBytes,
        windowsHide: true,
        encoding: 'utf8',
        // Parsers read the English words of the tools that know this variable.
        env: { ...process.env, LC_ALL: 'C' },
      },
      // Every failure means the same to the caller: the system does not tell.
      (error, stdout) => resolve(error === null ? stdout : null),
    );
  });

/** Full path, so that a file of the same name in the working folder is never started. */
export function windowsTool(name: string): string {
  return join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', name);
}
