/** Fills `{{name}}`; a name without a value stays as it is, so that a fault is seen. */
export function interpolate(
  text: string,
  params: Readonly<Record<string, string | number>>,
): string {
  return text.replace(/\{\{\s*([\w-]+)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
