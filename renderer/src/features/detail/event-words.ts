import type { DeviceEvent } from '../../../../main/contract/device.ts';
import { sightingSources } from '../../../../main/contract/lists.ts';
import type { TextLookup } from '../../i18n/use-text.ts';

type Param = DeviceEvent['params'][string] | undefined;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Facts are named by their key; what the operator writes has names of its own. */
function fieldName(key: string, text: TextLookup): string {
  if (key === 'note') return text('ui/detail/own/note');
  if (key === 'kind') return text('ui/detail/own/kind');
  if (key === 'identity') return text('ui/detail/history/identity');
  const name = text.any(`facts/${key}`);
  return name.startsWith('facts/') ? key : name;
}

/** A value as the event keeps it: yes and no as words, nothing as "empty". */
function valueWords(value: Param, text: TextLookup): string {
  if (value === null || value === undefined || value === '')
    return text('ui/detail/history/nothing');
  if (value === 'true') return text('tri/yes');
  if (value === 'false') return text('tri/no');
  return String(value);
}

function silence(ms: number, text: TextLookup): string {
  if (ms < minuteMs) return text('ui/detail/history/silentSeconds', { n: Math.round(ms / 1000) });
  if (ms < hourMs) return text('ui/detail/history/silentMinutes', { n: Math.round(ms / minuteMs) });
  return text('ui/detail/history/silentHours', { n: Math.round(ms / hourMs) });
}

function changeOf(event: DeviceEvent, text: TextLookup): readonly string[] {
  const { from, to } = event.params;
  if (from === undefined && to === undefined) return [];
  // Sites are kept by id, which says nothing to a reader.
  if (event.kind === 'moved-site') return [];
  const words = { from: valueWords(from, text), to: valueWords(to, text) };
  return [text('ui/detail/history/change', words)];
}

/** What the event says beyond its name, line by line; empty when the name says it all. */
export function eventLines(event: DeviceEvent, text: TextLookup): readonly string[] {
  const { fields, silentMs, source, bootTime, address, model } = event.params;
  const lines: string[] = [];
  if (typeof fields === 'string') {
    lines.push(
      fields
        .split(' ')
        .map((key) => fieldName(key, text))
        .join(', '),
    );
  }
  lines.push(...changeOf(event, text));
  if (typeof silentMs === 'number') lines.push(silence(silentMs, text));
  if (typeof bootTime === 'string') {
    lines.push(text('ui/detail/history/newBoot', { time: bootTime.replace('T', ' ') }));
  }
  const known = sightingSources.find((one) => one === source);
  const found = [known === undefined ? null : text(`sources/${known}`), address, model];
  const words = found.filter((value) => value !== null && value !== undefined);
  if (words.length > 0) lines.push(words.join(' · '));
  return lines;
}
