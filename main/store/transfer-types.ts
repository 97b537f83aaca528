import type { AuditLine, Job } from '../contract/job.ts';
import type { CaseFile } from '../domain/cases/types.ts';
import type { DeviceRecord } from '../domain/record.ts';
import type { KeptAnswer } from './chooser-types.ts';
import type { DeviceStore, SiteStore } from './types.ts';

/** A line of an audit chain with the hash of the line before it: it can be checked without its neighbours. */
export interface ChainLine extends AuditLine {
  readonly before: string;
}

/** The part of one laptop's audit that is about one site. */
export interface AuditChain {
  /** Hash of the chain's first line; `null` for a laptop that has written none. */
  readonly id: string | null;
  readonly machine: string;
  /** The whole chain fitted together when its laptop wrote the file. */
  readonly isIntact: boolean;
  /** In the order they were written; lines about other sites are left out. */
  readonly lines: readonly ChainLine[];
}

/** All that a site file holds beside its sealed passwords and the attachments of its cases. */
export interface SiteContent {
  readonly site: { readonly id: string; readonly name: string; readonly isAuthorised: boolean };
  readonly madeAt: number;
  readonly by: { readonly user: string; readonly machine: string };
  readonly appVersion: string;
  readonly devices: readonly DeviceRecord[];
  /** `key`: the device's, the same on every laptop. */
  readonly cases: readonly { readonly key: string; readonly file: CaseFile }[];
  readonly answers: readonly { readonly key: string; readonly answer: KeptAnswer }[];
  readonly jobs: readonly Job[];
  /** The laptop's own first, then those that came to it with other files. */
  readonly chains: readonly AuditChain[];
  /** Rows in the sealed part with the passwords; 0 when they were left out. */
  readonly credentials: number;
}

/** What goes to another laptop, and what came from one. Writes are durable and join `durably`. */
export interface TransferStore {
  /** Over the connection of jobs and audit, so that an import is one transaction. */
  readonly devices: Pick<DeviceStore, 'upsertMany'>;
  readonly sites: SiteStore;
  toText(content: SiteContent): string;
  /** `null` for what is no such content. Single values that do not fit are left out, as at every start. */
  fromText(text: string): SiteContent | null;
  ownChain(isWanted: (line: AuditLine) => boolean): Pick<AuditChain, 'id' | 'lines' | 'isIntact'>;
  /** Every line has the hash that its words and the line before it give, and neighbours fit together. */
  isWhole(lines: readonly ChainLine[]): boolean;
  chains(siteId: string): AuditChain[];
  /** Lines that are known already stay as they are. @returns how many were new */
  addChain(siteId: string, chain: AuditChain): number;
  /** Newest first. */
  jobs(siteId: string): Job[];
  /** `false` when it is there already, as it is or further on. */
  addJob(siteId: string, job: Job): boolean;
}
