import type { DeviceRow } from '../../../../main/contract/device.ts';
import type { MarkProps } from '../../components/StatusMark.tsx';

/** Word, shape and colour of a login, the same in the table and in the pane. */
export const loginLooks: Readonly<
  Record<NonNullable<DeviceRow['login']>, Pick<MarkProps, 'shape' | 'tone'>>
> = {
  proven: { shape: 'tick', tone: 'verified' },
  refused: { shape: 'cross', tone: 'failed' },
  untested: { shape: 'question', tone: 'unknown' },
};
