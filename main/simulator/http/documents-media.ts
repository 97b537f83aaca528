import type { DiskStatus } from '../types.ts';
import type { Node } from './dialect.ts';
import type { DocumentCall } from './documents.ts';

type Document = (call: DocumentCall) => Node;

/** Disks as the spec has them; a disk that is not well has no room. */
function disksOf({ view }: DocumentCall): readonly DiskStatus[] {
  const { disks, model } = view.identity;
  return disks ?? Array.from({ length: model.disks ?? 0 }, () => 'ok' as const);
}

export const storage: Document = (call) => [
  'storage',
  [
    [
      'hddList',
      disksOf(call).map(
        (status, index): Node => [
          'hdd',
          [
            ['id', index + 1],
            ['hddName', `hdd${index + 1}`],
            ['hddType', 'SATA'],
            ['status', status],
            ['capacity', status === 'notexist' ? 0 : 5_723_166],
            ['freeSpace', status === 'ok' ? 102_400 : 0],
            ['property', 'RW'],
          ],
        ],
      ),
    ],
    ['nasList', []],
    ['workMode', 'quota'],
  ],
];

const hdNumbers: Readonly<Record<DiskStatus, number>> = {
  ok: 0,
  unformatted: 1,
  error: 2,
  idle: 0,
  notexist: 3,
};

/** JSON twin. 0, 1 and 2 are known from captures and documents; the number of a missing disk is invented. */
export const hdStatus = (call: DocumentCall): Readonly<Record<string, unknown>> => ({
  HDStatus: disksOf(call).map((status, index) => ({
    hdNo: index + 1,
    status: hdNumbers[status],
    volume: status === 'notexist' ? 0 : 5_723_166,
    freeSpace: status === 'ok' ? 102_400 : 0,
  })),
});

/** Two streams for each picture: channel times a hundred plus the stream. */
export const streamingChannels: Document = ({ view }) => {
  const { model } = view.identity;
  const own = model.kind === 'recorder' ? view.state.channels.map(({ id }) => id) : [];
  const analog = Array.from({ length: model.analogChannels }, (_, index) => index + 1);
  const single = Array.from({ length: model.digitalChannels }, (_, index) => index + 1);
  const ids = model.kind === 'recorder' ? [...analog, ...own] : single;
  const stream = (id: number, nth: 1 | 2): Node => [
    'StreamingChannel',
    [
      ['id', id * 100 + nth],
      ['channelName', model.kind === 'recorder' ? `Camera ${id}` : view.state.deviceName],
      ['enabled', true],
      [
        'Video',
        [
          ['enabled', true],
          ['videoInputChannelID', id],
          ['videoCodecType', nth === 1 ? 'H.265' : 'H.264'],
          ['videoResolutionWidth', nth === 1 ? 2688 : 640],
          ['videoResolutionHeight', nth === 1 ? 1520 : 360],
          ['maxFrameRate', 2500],
        ],
      ],
    ],
  ];
  return ['StreamingChannelList', ids.flatMap((id) => [stream(id, 1), stream(id, 2)])];
};

/** Of a recorder for analog cameras; every second input has no picture. */
export const videoInputs: Document = ({ view }) => [
  'VideoInputChannelList',
  Array.from({ length: view.identity.model.analogChannels }, (_, index): Node => {
    const isDark = index % 2 === 1;
    return [
      'VideoInputChannel',
      [
        ['id', index + 1],
        ['inputPort', index + 1],
        ['videoInputEnabled', true],
        ['name', `Camera ${String(index + 1).padStart(2, '0')}`],
        ['videoFormat', 'PAL'],
        ['resDesc', isDark ? 'NO VIDEO' : '2560*1440(4MP)P25'],
      ],
    ];
  }),
];
