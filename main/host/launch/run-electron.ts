import { spawn } from 'node:child_process';

/** Electron that dies this soon could not open a window (for example where its sandbox is forbidden). */
const earlyDeathMs = 8000;

/** Runs Electron to its end; gives its exit code, or in words why it could not open. */
export function runElectron(program: string, args: readonly string[]): Promise<number | string> {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const startedAt = performance.now();
  let isStopping = false;
  return new Promise((done) => {
    const child = spawn(program, args, { env, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        isStopping = true;
        // Ctrl+C in a terminal has reached the child already; a second one does no harm.
        child.kill(signal);
      });
    }
    child.once('error', (error) => done(`Electron did not start (${error.message})`));
    child.once('exit', (code, signal) => {
      const isEarly = performance.now() - startedAt < earlyDeathMs;
      // 3 is our own word: the data folder refuses, and it would refuse the browser, too.
      const isFailure = code !== 0 && code !== 3 && !isStopping;
      if (isEarly && isFailure) done(`Electron ended at once (${signal ?? `code ${code}`})`);
      else done(isStopping ? 0 : (code ?? 1));
    });
  });
}
