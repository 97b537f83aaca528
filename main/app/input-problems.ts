import type { z } from 'zod';

const shownProblems = 5;

/**
 * What is wrong with an input, field by field, for a person: `limit (must be at most 1000), foo (is
 * not known)`. The value itself is not repeated, because it may be long or secret.
 */
export function describeProblems(error: z.ZodError): string {
  const problems = error.issues.flatMap(describeIssue);
  const shown = problems.slice(0, shownProblems).join(', ');
  const more = problems.length - shownProblems;
  return more > 0 ? `${shown}, and ${more} more` : shown;
}

type Issue = z.core.$ZodIssue;

function describeIssue(issue: Issue): string[] {
  const path = pathOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${pathOf([...issue.path, key])} (is not known)`);
  }
  return [`${path} (${problemOf(issue)})`];
}

function pathOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'input';
  return path
    .map((part) => String(part).slice(0, 60))
    .join('.')
    .slice(0, 200);
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return isLength(issue.origin) && issue.minimum === 1
        ? 'must not be empty'
        : `must ${isLength(issue.origin) ? 'have' : 'be'} at least ${issue.minimum}${unit(issue.origin)}`;
    case 'too_big':
      return `must ${isLength(issue.origin) ? 'have' : 'be'} at most ${issue.maximum}${unit(issue.origin)}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    default:
      return 'is not valid';
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function isLength(origin: string): boolean {
  return origin === 'string' || origin === 'array' || origin === 'set';
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' entries' : '';
}
