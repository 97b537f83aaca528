import type { MethodOutput } from '../../../contract/methods.ts';

export type SkippedAddress = MethodOutput<'network.assign'>['skipped'][number];
