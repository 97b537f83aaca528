/**
 * What of a call's input goes into the audit: plain values and how many of a list. Everything below one
 * of these names stays out, and so does text from files.
 */
const hidden = /pass|secret|code|csv|base64|token|salt|^iv$/i;
const maxText = 80;

export function describeInput(input: unknown): Record<string, string | number> {
  if (typeof input !== 'object' || input === null) return {};
  const params: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(input)) {
    if (hidden.test(key)) continue;
    if (Array.isArray(value)) params[key] = value.length;
    else if (typeof value === 'string') params[key] = value.slice(0, maxText);
    else if (typeof value === 'number') params[key] = value;
    else if (typeof value === 'boolean') params[key] = String(value);
  }
  return params;
}
