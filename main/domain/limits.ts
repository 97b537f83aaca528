import type { RegistryLimits } from './outcome.ts';

/** Probes leave every 15 s: three unanswered ones make a device stale, eight make it offline. */
export const staleAfterMs = 45_000;
export const offlineAfterMs = 120_000;

/**
 * Nobody asks again after a sweep, so its silence says less: a device that only a sweep has heard
 * keeps its presence longer.
 */
export const sweptStaleAfterMs = 10 * 60_000;
export const sweptOfflineAfterMs = 30 * 60_000;

/** A longer pause between two ticks means that this machine slept, not that the devices fell silent. */
export const sleepGapMs = 60_000;

/** Two answers at least this far apart come from two rounds of probes, not from one burst. */
export const roundGapMs = 5_000;

/** A BootTime that moves by less is the device's own arithmetic. */
export const bootDriftMs = 2 * 60_000;

/** A hit known by address only is taken for the device seen there if not older than one visit. */
export const sameVisitMs = 12 * 60 * 60_000;

export const maxViaPerDevice = 16;
export const maxNicsPerDevice = 4;
export const maxExtraPerSource = 64;
export const maxTextLength = 512;
export const maxNoteLength = 4_000;

export const defaultLimits: RegistryLimits = { maxDevices: 20_000, maxUnconfirmed: 12_000 };
