export type LogLevel = 'debug' | 'info' | 'notice' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/**
 * Injected log. Messages are lazy: a level that is off costs nothing. One redaction stands in front of
 * every sink, so a caller may pass what a device said.
 */
export interface Log {
  child(area: string): Log;
  debug(message: () => string, fields?: LogFields): void;
  info(message: () => string, fields?: LogFields): void;
  notice(message: () => string, fields?: LogFields): void;
  warn(message: () => string, fields?: LogFields): void;
  error(message: () => string, fields?: LogFields): void;
}

export const silentLog: Log = {
  child: () => silentLog,
  debug: () => undefined,
  info: () => undefined,
  notice: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
