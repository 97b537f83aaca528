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
  isDirected: false,
  answer: ({ view, personality, request }) => {
    if (personality.needsRealUuid && !isWellFormedUuid(request.uuid)) return null;
    return personality.fields(view);
  },
};

/** The walk over an address range asks this; only newer firmware knows it, and it tells little. */
export const inquiryV32: Handler = {
  isDirected: false,
  answer: ({ view, personality, request }) => {
    if (!personality.isInquiryV32Known || !isWellFormedUuid(request.uuid)) return null;
    return personality.fields(view).filter(([name]) => subnetFields.has(name));
  },
};
