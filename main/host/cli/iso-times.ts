export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

const timeKey = /^(?:at|since)$|(?:At|Until)$/;

/** Times as ISO 8601 UTC, as everywhere in `--json`; the core counts milliseconds. */
export function withIsoTimes(value: Json, key = ''): Json {
  if (typeof value === 'number' && timeKey.test(key)) return new Date(value).toISOString();
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each: Json) => withIsoTimes(each));
  // What a reason carries is for its words, and is given as it is.
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'params' ? inner : withIsoTimes(inner, name),
  ]);
  return Object.fromEntries(entries);
}
