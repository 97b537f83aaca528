/** Joins class names, leaving out what is absent. CSS Modules type every class as maybe absent. */
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
