import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdapterView } from '../../../../main/contract/network.ts';
import { maskMiddle } from '../../../../renderer/src/components/privacy.ts';
import {
  dismissToast,
  holdToasts,
  releaseToasts,
  showToast,
  toastStore,
} from '../../../../renderer/src/components/toast-store.ts';
import { sortAdapters } from '../../../../renderer/src/features/adapters/sort-adapters.ts';

describe('privacy mode', () => {
  it('keeps the ends and hides the middle whatever the length', () => {
    const masked = maskMiddle('DS-2CD2143G0-I20190612AAWR123456789');
    expect(masked).toBe('DS-2••••••789');
    expect(maskMiddle('44:47:cc:7f:11:72')).toBe('44:4••••••:72');
    expect(maskMiddle('1234567')).toBe('•••••••');
  });
});

describe('toasts', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', globalThis);
  });
  afterEach(() => {
    for (const { id } of toastStore.get()) dismissToast(id);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const texts = () => toastStore.get().map(({ text }) => text);

  it('go away by themselves', () => {
    showToast({ text: 'Removed' });
    vi.advanceTimersByTime(7999);
    expect(texts()).toEqual(['Removed']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('stay while they are looked at, then get their whole time again', () => {
    showToast({ text: 'Removed' });
    vi.advanceTimersByTime(7000);
    holdToasts();
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual(['Removed']);
    releaseToasts();
    vi.advanceTimersByTime(7999);
    expect(texts()).toEqual(['Removed']);
    vi.advanceTimersByTime(1);
    expect(texts()).toEqual([]);
  });

  it('are three at most; the oldest gives way', () => {
    for (const text of ['a', 'b', 'c', 'd']) showToast({ text });
    expect(texts()).toEqual(['b', 'c', 'd']);
  });

  it('tell their listeners once per change, and nothing when one is already gone', () => {
    const listener = vi.fn();
    const stop = toastStore.subscribe(listener);
    const id = showToast({ text: 'a' });
    dismissToast(id);
    dismissToast(id);
    stop();
    expect(listener).toHaveBeenCalledTimes(2);
  });
});

describe('the adapter list', () => {
  const one = (name: string, kind: AdapterView['kind'], state: AdapterView['state'] = 'off') =>
    ({ name, kind, state }) as unknown as AdapterView;

  it('has cables first, what is off by rule late, what is gone last', () => {
    const list = [
      one('gone', 'ethernet', 'gone'),
      one('docker0', 'virtual'),
      one('tun0', 'vpn'),
      one('wlan0', 'wifi', 'listening'),
      one('eth1', 'ethernet'),
      one('eth0', 'ethernet', 'listening'),
    ];
    expect(sortAdapters(list).map(({ name }) => name)).toEqual([
      'eth0',
      'eth1',
      'wlan0',
      'tun0',
      'docker0',
      'gone',
    ]);
  });

  it('does not move an adapter that is switched', () => {
    const names = (state: AdapterView['state']) =>
      sortAdapters([one('b', 'wifi', state), one('a', 'ethernet')]).map(({ name }) => name);
    expect(names('off')).toEqual(names('listening'));
  });
});
