import type { DeviceRow } from '../../../contract/device.ts';
import { type Check, checkOf } from '../context.ts';

/** Did any device answer at all? It tells "nothing gets through" from "this one is missing". */
export const checkReplies: Check = (context) => {
  const { heard, status, rows } = context;
  const { counters } = status;
  const swept = rows.filter(({ via }) => via.some(({ source }) => source === 'sweep'));
  const onvif = rows.filter(({ via }) => via.some(({ source }) => source === 'onvif'));
  const evidence = [
    `questions sent: ${counters.probes}`,
    `replies to the group: ${heard.sadp}`,
    `direct replies to a sweep: ${heard.sweep}`,
    `devices found by sweep: ${swept.length}; by ONVIF: ${onvif.length}`,
    `unreadable datagrams: ${counters.rejected}`,
    ...status.adapters
      .filter(({ enabled }) => enabled)
      .map((a) => `${a.name}: replies ${a.replies}`),
  ];
  const params = { replies: heard.sadp, swept: swept.length, devices: rows.length };
  if (heard.sadp > 0)
    return checkOf('replies', { verdict: 'ok', finding: 'replies-ok', params, evidence });
  if (counters.probes === 0) {
    return checkOf('replies', {
      verdict: 'unknown',
      finding: 'replies-not-asked',
      params,
      evidence,
    });
  }
  if (heard.sweep > 0 || swept.length > 0) {
    return checkOf('replies', {
      verdict: 'warning',
      finding: 'replies-sweep-only',
      advice: 'check-multicast',
      params,
      evidence,
    });
  }
  return checkOf('replies', {
    verdict: 'problem',
    finding: 'replies-none',
    advice: 'sweep',
    params,
    evidence,
  });
};

/** Cameras on a recorder's own sockets stand behind it and cannot be seen from here. */
export const checkRecorder: Check = (context) => {
  const online = context.rows.filter(
    ({ presence }) => presence === 'online' || presence === 'stale',
  );
  const recorders = online.filter(({ kind }) => kind === 'recorder');
  if (recorders.length === 0)
    return checkOf('recorder', { verdict: 'ok', finding: 'recorder-none' });
  const cameras = online.filter(({ kind }) => kind === 'camera').length;
  const evidence = [...recorders.map(describe), `cameras in the list: ${cameras}`];
  const channels = sumChannels(recorders);
  const params = { recorders: recorders.length, cameras, channels: channels ?? '?' };
  if (channels === null) {
    return checkOf('recorder', {
      verdict: 'unknown',
      finding: 'recorder-channels-untold',
      advice: 'look-behind-recorder',
      params,
      evidence,
    });
  }
  if (channels > cameras) {
    return checkOf('recorder', {
      verdict: 'warning',
      finding: 'recorder-may-hide',
      advice: 'look-behind-recorder',
      params,
      evidence,
    });
  }
  return checkOf('recorder', { verdict: 'ok', finding: 'recorder-cameras-seen', params, evidence });
};

function describe({ model, ipv4Address, digitalChannels }: DeviceRow): string {
  const channels = digitalChannels === null ? 'unknown' : String(digitalChannels);
  return `${model ?? 'recorder'} ${ipv4Address ?? ''}: network channels ${channels}`;
}

function sumChannels(recorders: readonly DeviceRow[]): number | null {
  let sum = 0;
  for (const { digitalChannels } of recorders) {
    if (digitalChannels === null) return null;
    sum += digitalChannels;
  }
  return sum;
}
