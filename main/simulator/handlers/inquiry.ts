import { toldFields } from '../personalities.ts';
import { isWellFormedUuid } from '../requests.ts';
import type { Handler } from './handler.ts';

const subnetFields = new Set([
  'DeviceType',
  'DeviceDescription',
  'DeviceSN',
  'MAC',
  'IPv4Address',
  'IPv4SubnetMask',
  'CommandPort',
  'HttpPort',
  'SoftwareVersion',
  'Activated',
]);

/** Every device on the wire answers with all it tells. */
export const inquiry: Handler = {
  answer: ({ view, personality, request }) => {
    if (personality.needsRealUuid && !isWellFormedUuid(request.uuid)) return null;
    return toldFields(view, personality);
  },
};

/** The walk over an address range asks this; only newer firmware knows it, and it tells little. */
export const inquiryV32: Handler = {
  answer: ({ view, personality, request }) => {
    if (!personality.isInquiryV32Known || !isWellFormedUuid(request.uuid)) return null;
    return toldFields(view, personality).filter(([name]) => subnetFields.has(name));
  },
};
