import type { Job } from '../../main/contract/job.ts';
import type { ScaledTime } from './kill-messages.ts';

export const httpJobs = [
  'password',
  'reset',
  'reboot',
  'channel-remove',
  'restore-config',
  'network',
] as const;
export type HttpJob = (typeof httpJobs)[number];

export interface HttpGo {
  readonly time: ScaledTime;
  readonly path: string;
  readonly job: HttpJob;
  /** By serial. */
  readonly params: Readonly<Record<string, object>>;
  readonly password: string;
  /** Where each device is now. */
  readonly devices: readonly { readonly serial: string; readonly address: string }[];
}

export type ToHttpChild =
  | ({ readonly kind: 'go' } & HttpGo)
  /** Where an address is reachable on this machine; `null` when nobody is there. */
  | { readonly kind: 'dialed'; readonly id: number; readonly port: number | null };

export interface Standing {
  readonly job: Job | null;
  /** The audit's chain. */
  readonly isIntact: boolean;
  readonly cases: readonly { readonly serial: string | null; readonly jobId: string | null }[];
}

export type FromHttpChild =
  | { readonly kind: 'ready' }
  | { readonly kind: 'began' }
  | { readonly kind: 'dial'; readonly id: number; readonly address: string; readonly port: number }
  /** Right after the start, before anything is resumed. */
  | ({ readonly kind: 'found' } & Standing)
  | ({ readonly kind: 'done' } & Standing)
  | { readonly kind: 'trouble'; readonly text: string };
