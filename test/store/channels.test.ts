import { expect, onTestFinished, test } from 'vitest';
import { silentLog } from '../../main/ports/log.ts';
import { type ChannelLink, openStore } from '../../main/store/open.ts';
import { t0, tempFile } from './helpers.ts';

function link(channel: number, more: Partial<ChannelLink> = {}): ChannelLink {
  return {
    ...{ recorder: 'sn:R', channel, isPerson: false, device: `sn:C${channel}` },
    ...{ serial: `C${channel}`, address: null, at: t0 },
    ...more,
  };
}

test('what is read is replaced, what a person said stays, both survive', () => {
  const path = tempFile();
  const open = () => openStore({ path, now: () => t0, log: silentLog }).store;
  const store = open();
  const { channels } = store.acts;
  channels.putRead(['sn:R'], [link(1), link(2), link(3, { device: null })]);
  channels.putAnswer(['sn:R'], 2, link(2, { device: 'mac:44:47:cc:00:00:01' }));
  channels.putRead(['sn:R'], [link(2), link(4)]);
  store.close();
  const again = open();
  onTestFinished(() => again.close());
  const found = again.acts.channels.ofRecorder(['sn:R']);
  expect(found.map(({ channel, isPerson, device }) => [channel, isPerson, device])).toEqual([
    [2, false, 'sn:C2'],
    [2, true, 'mac:44:47:cc:00:00:01'],
    [4, false, 'sn:C4'],
  ]);
  expect(again.acts.channels.ofDevice(['id:x', 'mac:44:47:cc:00:00:01'])).toEqual([
    link(2, { isPerson: true, device: 'mac:44:47:cc:00:00:01' }),
  ]);
});

test('a recorder that learned a better name keeps its channels under that one', () => {
  const { store } = openStore({ path: ':memory:', now: () => t0, log: silentLog });
  onTestFinished(() => store.close());
  const { channels } = store.acts;
  channels.putRead(['mac:1'], [link(1, { recorder: 'mac:1' })]);
  channels.putAnswer(['mac:1'], 1, link(1, { recorder: 'mac:1', device: 'sn:X' }));
  channels.putRead(['sn:R', 'mac:1'], [link(1)]);
  channels.putAnswer(['sn:R', 'mac:1'], 1, link(1, { device: 'sn:Y' }));
  const found = channels.ofRecorder(['sn:R', 'mac:1']);
  expect(found).toEqual([link(1), link(1, { isPerson: true, device: 'sn:Y' })]);
  channels.putAnswer(['sn:R', 'mac:1'], 1, null);
  expect(channels.ofRecorder(['sn:R', 'mac:1'])).toEqual([link(1)]);
});
