import type { MethodOutput } from '../../../contract/methods.ts';
import { texts } from '../../../contract/text/index.ts';
import { interpolate } from '../../../contract/text/interpolate.ts';
import { deviceOf, findEntry } from '../acts/find-entry.ts';
import { ask, type Context, type Outcome, withCore } from '../context.ts';
import { deviceLabel } from '../device-text.ts';
import { localTime } from '../local-time.ts';
import { printable } from '../width.ts';

/** `devices health <device> [on|off]`: the quiet schedule; nothing is read now. */
export function deviceHealth(
  context: Context,
  wanted: string,
  to: 'on' | 'off' | undefined,
): Promise<Outcome> {
  return withCore(context, 'manual', async ({ api }) => {
    const id = await findEntry(context, api, wanted);
    if (to !== undefined) await ask(api, 'health.setOn', { ids: [id], isOn: to === 'on' });
    const state = await ask(api, 'health.get', { id });
    const device = await deviceOf(api, id);
    return {
      data: { device, isOn: state.isOn, nextAt: state.nextAt, health: state.health },
      human: [printable(deviceLabel(device) || wanted), ...stateLines(context, state)].join('\n'),
    };
  });
}

function stateLines(
  { text, locale }: Context,
  { isOn, health }: MethodOutput<'health.get'>,
): readonly string[] {
  const words = text.health;
  const { levels } = texts[locale].health;
  const level = health?.level;
  return [
    isOn ? words.on : words.off,
    health == null || level == null
      ? words.never
      : interpolate(words.last, { at: localTime(health.at), level: levels[level] }),
  ];
}
