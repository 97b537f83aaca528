import type { Beep } from '../model/ladder.ts';

export interface Beeper {
  readonly beep: (kind: Beep) => void;
  readonly close: () => void;
}

const tones: Readonly<Record<Beep, readonly { readonly hz: number; readonly ms: number }[]>> = {
  tick: [{ hz: 660, ms: 90 }],
  soon: [{ hz: 880, ms: 120 }],
  release: [
    { hz: 1175, ms: 220 },
    { hz: 1175, ms: 220 },
    { hz: 1175, ms: 500 },
  ],
  seen: [
    { hz: 659, ms: 160 },
    { hz: 880, ms: 160 },
    { hz: 1319, ms: 700 },
  ],
  missed: [
    { hz: 330, ms: 300 },
    { hz: 262, ms: 600 },
  ],
};

const gapMs = 90;

/** Tones made here, no sound file. `null` where the computer has no sound. */
export function createBeeper(): Beeper | null {
  if (typeof AudioContext === 'undefined') return null;
  const audio = new AudioContext();
  const beep = (kind: Beep) => {
    // A page that began without a press is silent until the first one, which has come by now.
    void audio.resume();
    let at = audio.currentTime;
    for (const { hz, ms } of tones[kind]) {
      const tone = audio.createOscillator();
      const volume = audio.createGain();
      tone.frequency.value = hz;
      volume.gain.setValueAtTime(0.35, at);
      volume.gain.setTargetAtTime(0, at + ms / 1000 - 0.03, 0.01);
      tone.connect(volume).connect(audio.destination);
      tone.start(at);
      tone.stop(at + ms / 1000 + 0.05);
      at += (ms + gapMs) / 1000;
    }
  };
  return { beep, close: () => void audio.close() };
}
