import type { devicesEn } from '../en/devices.ts';
import type { Translation } from '../translation.ts';

export const devicesEs = { search: '' } satisfies Translation<typeof devicesEn>;
