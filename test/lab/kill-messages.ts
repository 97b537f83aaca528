import type { Job } from '../../main/contract/job.ts';
import type { SendTarget } from '../../main/ports/network.ts';

/** What the process that gets killed is told by the one that keeps the devices. */
export type ToChild =
  | {
      readonly kind: 'go';
      readonly path: string;
      readonly password: string;
      readonly devices: number;
      /** Its clock: `base` at the real time `realBase`, running `scale` times as fast. */
      readonly clock: ScaledTime;
      readonly keyPem: { readonly 1024: string; readonly 2048: string };
    }
  | { readonly kind: 'reply'; readonly data: string; readonly fromAddress: string };

export interface ScaledTime {
  readonly realBase: number;
  readonly scale: number;
}

export interface Verified {
  readonly isIntact: boolean;
  readonly lines: number;
  readonly brokenAt: number | null;
}

export type FromChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'datagram'; readonly data: string; readonly target: SendTarget }
  /** Right after the start, before anything is resumed. */
  | { readonly kind: 'found'; readonly job: Job | null; readonly audit: Verified }
  | { readonly kind: 'done'; readonly job: Job; readonly audit: Verified }
  | { readonly kind: 'trouble'; readonly text: string };

export function scaledNow({ realBase, scale }: ScaledTime): number {
  return Math.round(realBase + (Date.now() - realBase) * scale);
}
