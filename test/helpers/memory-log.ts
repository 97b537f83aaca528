import type { Log, LogFields, LogLevel } from '../../main/ports/log.ts';

export interface LogLine {
  readonly area: string;
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: LogFields;
}

/** A log that keeps its lines, so that a test can read them. */
export function createMemoryLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const make = (area: string): Log => {
    const at =
      (level: LogLevel) =>
      (message: () => string, fields: LogFields = {}): void => {
        lines.push({ area, level, message: message(), fields });
      };
    return {
      child: (name) => make(area === '' ? name : `${area}.${name}`),
      debug: at('debug'),
      info: at('info'),
      notice: at('notice'),
      warn: at('warn'),
      error: at('error'),
    };
  };
  return Object.assign(make(''), { lines });
}
