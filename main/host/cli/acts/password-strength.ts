import type { Api } from '../../../contract/api.ts';
import type { MethodOutput } from '../../../contract/methods.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { ask, type Context } from '../context.ts';

export type Strength = MethodOutput<'passwords.check'>;

export function problemsText(context: Context, problems: readonly string[]): string {
  const known: Readonly<Record<string, string>> = texts[context.locale].passwordProblems;
  return problems.map((problem) => known[problem] ?? problem).join(', ');
}

/** Judged here; the password goes nowhere. */
export function strengthOf(api: Api, password: string, userName?: string): Promise<Strength> {
  return ask(api, 'passwords.check', {
    password,
    ...(userName === undefined ? {} : { userName }),
  });
}

/** About a password that is in use already: it may be weak, and works all the same. */
export function strengthText(context: Context, { isRecommended, problems }: Strength): string {
  if (isRecommended) return '';
  const params = { problems: problemsText(context, problems) };
  return interpolate(context.text.acts.secrets.weakInUse, params);
}
