import type { Job } from '../../main/contract/job.ts';
import type { ScaledTime } from './kill-messages.ts';

export type HttpJob = 'password' | 'reset' | 'reboot' | 'channel-remove';

export interface HttpGo {
  readonly time: ScaledTime;
  readonly path: string;
  readonly job: HttpJob;
  readonly params: object;
  readonly password: string;
  /** Where each device answers on this machine. */
  readonly devices: readonly {
    readonly serial: string;
    readonly address: string;
    readonly port: number;
  }[];
}

export interface Standing {
  readonly job: Job | null;
  /** The audit's chain. */
  readonly isIntact: boolean;
  readonly cases: readonly { readonly serial: string | null; readonly jobId: string | null }[];
}

export type FromHttpChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'began' }
  /** Right after the start, before anything is resumed. */
  | ({ readonly kind: 'found' } & Standing)
  | ({ readonly kind: 'done' } & Standing)
  | { readonly kind: 'trouble'; readonly text: string };
