import { describe, expect, it } from 'vitest';
import type { JobItem } from '../../../../main/contract/job.ts';
import {
  createEditStore,
  editStoreOf,
  typedFor,
} from '../../../../renderer/src/features/network-edit/edit-store.ts';
import { editBlock } from '../../../../renderer/src/features/network-edit/model/blocked.ts';
import { lookOf, undoState } from '../../../../renderer/src/features/network-edit/model/result.ts';
import { createJobsStore } from '../../../../renderer/src/state/jobs-store.ts';
import type { Session } from '../../../../renderer/src/state/session.ts';
import { id, row } from '../rows.ts';

const now = 1_000_000;
const sadp = [{ adapter: null, source: 'sadp' as const, lastAt: 0 }];
const active = row('a', { activated: true, via: sadp, lockedUntil: null, attemptsLeft: null });

describe('why the form is closed', () => {
  it.each([
    ['removed', { removedAt: 5 }],
    ['other-brand', { vendor: 'other' as const }],
    ['no-sadp', { via: [{ adapter: null, source: 'sweep' as const, lastAt: 0 }] }],
    ['inactive', { activated: false }],
    ['locked', { lockedUntil: now + 1 }],
    ['offline', { presence: 'offline' as const }],
  ])('%s', (kind, patch) => {
    expect(editBlock({ ...active, ...patch }, { now, isLive: true })?.kind).toBe(kind);
  });

  it('opens for a lock that is over, for silence of a moment, and where activation is not told', () => {
    const open = { lockedUntil: now, presence: 'stale' as const, activated: null };
    expect(editBlock({ ...active, ...open }, { now, isLive: true })).toBeNull();
    expect(editBlock(active, { now, isLive: false })?.kind).toBe('disconnected');
  });
});

describe('what was typed for a device', () => {
  it('is kept by device and forgotten when nothing is left of it', () => {
    const store = createEditStore();
    store.put(id('a'), { httpPort: '81' });
    store.put(id('b'), { httpPort: '82' });
    expect(typedFor(store.drafts.get(), id('a'))).toEqual({ httpPort: '81' });
    store.put(id('a'), {});
    expect([...store.drafts.get().keys()]).toEqual(['b']);
  });

  it('goes when a run says that the device has taken it, and stays when it has not', () => {
    const jobs = createJobsStore();
    const store = editStoreOf({ jobs } as unknown as Session);
    const end = (name: string, verdict: JobItem['verdict']) =>
      jobs.put({
        ...{ id: name, kind: 'network', startedAt: 0, isDismissed: false },
        items: [{ device: { id: id(name) }, state: 'done', verdict, evidence: [] }],
      } as never);
    for (const name of ['a', 'b', 'c']) store.put(id(name), { httpPort: '81' });
    store.markSent(id('a'));
    store.markSent(id('b'));
    end('a', 'verified');
    end('b', 'wrong-password');
    end('c', 'verified');
    expect([...store.drafts.get().keys()]).toEqual(['b', 'c']);
  });
});

describe('a result', () => {
  const item = (patch: Partial<JobItem>) =>
    ({ verdict: 'verified', reason: 'read-back', before: {}, ...patch }) as JobItem;

  it('is amber and never green when the device kept its values', () => {
    expect(lookOf(item({ verdict: 'accepted', reason: 'not-applied' })).tone).toBe('waiting');
    expect(lookOf(item({})).tone).toBe('verified');
  });

  it('can be put back only where something changed, is known and answers', () => {
    const can = { canUndo: true };
    const online = { presence: 'online' as const };
    expect(undoState(can, item({}), online)).toBe('possible');
    expect(undoState(can, item({ verdict: 'wrong-password' }), online)).toBe('nothing');
    expect(undoState(can, item({ reason: 'not-applied' }), online)).toBe('nothing');
    expect(undoState(can, item({ before: null }), online)).toBe('no-values');
    expect(undoState(can, item({}), { presence: 'offline' })).toBe('offline');
    expect(undoState({ canUndo: false }, item({}), online)).toBe('no-longer');
  });
});
