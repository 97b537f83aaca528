import type { devicesEn } from '../en/devices.ts';
import type { Translation } from '../translation.ts';

export const devicesIt = { search: '' } satisfies Translation<typeof devicesEn>;
