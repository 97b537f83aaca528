import type { DeviceId } from '../../contract/device.ts';
import type { Job, JobItem, JobSummary } from '../../contract/job.ts';
import type { MethodOutput } from '../../contract/methods.ts';
import type { RecoveryCase } from '../../contract/recovery.ts';

type Offer = MethodOutput<'cases.offers'>['offers'][number];

export interface OfferSources {
  readonly siteId: string;
  /** Newest first. */
  readonly jobs: readonly JobSummary[];
  readonly job: (id: string) => Job;
  /** Every case of a device, open or not. */
  readonly cases: (id: DeviceId) => readonly RecoveryCase[];
  /** Still in the list. */
  readonly isListed: (id: DeviceId) => boolean;
}

const isUnbind = ({ kind }: JobSummary): boolean => kind === 'unbind' || kind === 'unbind-panel';

/** What the newest unbind of each device came to; `null` where it did not free it. */
function newestUnbinds({ siteId, jobs, job }: OfferSources): Map<DeviceId, Offer | null> {
  const newest = new Map<DeviceId, Offer | null>();
  for (const { id } of jobs.filter((one) => one.siteId === siteId && isUnbind(one))) {
    for (const item of job(id).items) {
      const offer = offerOf(item, id);
      if (offer !== undefined && !newest.has(item.device.id)) newest.set(item.device.id, offer);
    }
  }
  return newest;
}

/**
 * `undefined`: this run says nothing. One that found the device free already does not take the offer of the
 * run that freed it away.
 */
function offerOf({ device, verdict, endedAt }: JobItem, jobId: string): Offer | null | undefined {
  if (endedAt === null || verdict === 'already' || verdict === 'skipped') return undefined;
  const isUnbound = verdict === 'verified' || verdict === 'accepted';
  return isUnbound ? { device, jobId, verdict, at: endedAt } : null;
}

/**
 * Devices of a site that were unbound and have no closing list since. Offered, never opened by itself: who
 * only tests a device does not want one. The newest unbind of a device counts.
 */
export function closingOffers(sources: OfferSources): Offer[] {
  const { cases, isListed } = sources;
  const hasList = ({ device, at }: Offer): boolean =>
    cases(device.id).some(({ kind, openedAt }) => kind === 'after-unbind' && openedAt >= at);
  return [...newestUnbinds(sources).values()].filter(
    (offer): offer is Offer => offer !== null && isListed(offer.device.id) && !hasList(offer),
  );
}
