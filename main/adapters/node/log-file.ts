import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock, Timer } from '../../ports/clock.ts';
import type { Log, LogFields, LogLevel } from '../../ports/log.ts';
import { systemClock } from './clock.ts';
import { redact, redactField } from './redact.ts';
import { RepeatFilter } from './repeat-filter.ts';

const levels: readonly LogLevel[] = ['debug', 'info', 'notice', 'warn', 'error'];
/** Names the line itself uses; a field called so gets an underscore. */
const ownNames: ReadonlySet<string> = new Set(['at', 'level', 'area', 'message', 'suppressed']);
const flushMs = 250;
const maxBufferedChars = 64 * 1024;
const maxMessageChars = 8 * 1024;

export interface FileLogOptions {
  /** Made when missing, for the owner only. */
  readonly dir: string;
  /** Lines below this level cost nothing. */
  readonly level: LogLevel;
  /** Also told of every line from `warn` up, in the same form as the file. */
  readonly stderr?: (line: string) => void;
  /** Size at which the file is put aside; default 2 MiB. */
  readonly maxBytes?: number;
  /** Files put aside that are kept; default 4. */
  readonly keep?: number;
  readonly clock?: Clock;
}

export interface FileLog extends Log {
  /** Writes what is buffered. */
  flush(): void;
  close(): void;
}

/** JSON lines in `<dir>/untether.log`, older ones in `untether.1.log`, … Never throws. */
export function createFileLog(options: FileLogOptions): FileLog {
  const sink = new FileSink(options);
  return new AreaLog(sink, options.level, '');
}

class AreaLog implements FileLog {
  readonly #sink: FileSink;
  readonly #level: LogLevel;
  readonly #area: string;

  constructor(sink: FileSink, level: LogLevel, area: string) {
    this.#sink = sink;
    this.#level = level;
    this.#area = area;
  }

  child(area: string): Log {
    const path = this.#area === '' ? area : `${this.#area}.${area}`;
    return new AreaLog(this.#sink, this.#level, path);
  }

  debug(message: () => string, fields?: LogFields): void {
    this.#write('debug', message, fields);
  }

  info(message: () => string, fields?: LogFields): void {
    this.#write('info', message, fields);
  }

  notice(message: () => string, fields?: LogFields): void {
    this.#write('notice', message, fields);
  }

  warn(message: () => string, fields?: LogFields): void {
    this.#write('warn', message, fields);
  }

  error(message: () => string, fields?: LogFields): void {
    this.#write('error', message, fields);
  }

  flush(): void {
    this.#sink.flush();
  }

  close(): void {
    this.#sink.close();
  }

  #write(level: LogLevel, message: () => string, fields: LogFields = {}): void {
    if (levels.indexOf(level) < levels.indexOf(this.#level)) return;
    this.#sink.write({ level, area: this.#area, message: message(), fields });
  }
}

interface Entry {
  readonly level: LogLevel;
  readonly area: string;
  readonly message: string;
  readonly fields: LogFields;
}

class FileSink {
  readonly #options: FileLogOptions;
  readonly #clock: Clock;
  readonly #path: string;
  readonly #repeats: RepeatFilter;
  #buffer = '';
  #timer: Timer | null = null;
  #isReady = false;
  #hasComplained = false;
  readonly #flushAtExit = () => this.flush();

  constructor(options: FileLogOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#path = join(options.dir, 'untether.log');
    this.#repeats = new RepeatFilter();
    process.on('exit', this.#flushAtExit);
  }

  write(entry: Entry): void {
    const now = this.#clock.now();
    const message = redact(entry.message.slice(0, maxMessageChars));
    const key = `${entry.level} ${entry.area} ${message}`;
    const verdict = this.#repeats.check(key, now);
    if (!verdict.isPassed) return;
    const line = `${JSON.stringify({
      at: new Date(now).toISOString(),
      level: entry.level,
      area: entry.area,
      message,
      ...redactedFields(entry.fields),
      ...(verdict.suppressed === 0 ? {} : { suppressed: verdict.suppressed }),
    })}\n`;
    this.#buffer += line;
    const isUrgent = entry.level === 'warn' || entry.level === 'error';
    if (isUrgent) this.#options.stderr?.(line);
    // Somebody may pull the plug right after the line that explains why.
    if (isUrgent || this.#buffer.length > maxBufferedChars) this.flush();
    else this.#timer ??= this.#later();
  }

  flush(): void {
    this.#timer?.cancel();
    this.#timer = null;
    const text = this.#buffer;
    this.#buffer = '';
    if (text === '') return;
    try {
      this.#prepare(Buffer.byteLength(text));
      // Opened anew each time: another process may have put the file aside since.
      appendFileSync(this.#path, text, { mode: 0o600 });
    } catch (error) {
      this.#complain(error);
    }
  }

  close(): void {
    this.flush();
    process.off('exit', this.#flushAtExit);
  }

  /** Must not keep a finished command alive; what is left is written at exit. */
  #later(): Timer {
    if (this.#options.clock !== undefined) {
      return this.#options.clock.after(flushMs, () => this.flush());
    }
    const handle = setTimeout(() => this.flush(), flushMs).unref();
    return { cancel: () => clearTimeout(handle) };
  }

  #prepare(coming: number): void {
    if (!this.#isReady) {
      mkdirSync(this.#options.dir, { recursive: true, mode: 0o700 });
      // A folder that was there before may be open to others.
      chmodSync(this.#options.dir, 0o700);
      this.#isReady = true;
    }
    const size = statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
    const maxBytes = this.#options.maxBytes ?? 2 * 1024 * 1024;
    if (size > 0 && size + coming > maxBytes) this.#rotate();
  }

  #rotate(): void {
    const { dir, keep = 4 } = this.#options;
    const aside = (number: number) => join(dir, `untether.${number}.log`);
    rmSync(aside(keep), { force: true });
    for (let number = keep - 1; number >= 1; number -= 1)
      renameIfThere(aside(number), aside(number + 1));
    if (keep > 0) renameIfThere(this.#path, aside(1));
    else rmSync(this.#path, { force: true });
  }

  /** A log that cannot be written must never stop the work; it is said once and tried again. */
  #complain(error: unknown): void {
    this.#isReady = false;
    if (this.#hasComplained) return;
    this.#hasComplained = true;
    const reason = redact(error instanceof Error ? error.message : String(error));
    this.#options.stderr?.(`${JSON.stringify({ level: 'error', area: 'log', message: reason })}\n`);
  }
}

function renameIfThere(from: string, to: string): void {
  if (statSync(from, { throwIfNoEntry: false }) !== undefined) renameSync(from, to);
}

function redactedFields(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      ownNames.has(name) ? `${name}_` : name,
      redactField(name, value),
    ]),
  );
}
