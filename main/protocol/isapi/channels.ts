import { type Decoded, listOf, openDocument, textAt, toFlag, toInt } from './read.ts';

/** A camera's stream; `id` is channel times 100 plus stream. */
export interface StreamingChannel {
  readonly id: number;
  readonly channel: number;
  readonly stream: number;
  readonly name: string | null;
  readonly isEnabled: boolean | null;
}

/** `GET /ISAPI/Streaming/channels`. Never throws. Source: public dumps of cameras. */
export function decodeStreamingChannels(
  body: Uint8Array | string,
): Decoded<readonly StreamingChannel[]> {
  const opened = openDocument(body, 'StreamingChannelList');
  if (!opened.ok) return opened;
  const value = listOf(opened.value.root, 'StreamingChannel').flatMap((element) => {
    const id = toInt(textAt(element, 'id'), { max: 1_000_000 });
    if (id === null) return [];
    return [
      {
        ...{ id, channel: Math.floor(id / 100), stream: id % 100 },
        name: textAt(element, 'channelName'),
        isEnabled: toFlag(textAt(element, 'enabled')),
      },
    ];
  });
  return { ok: true, value };
}

/** An analog input of a recorder. */
export interface VideoInput {
  readonly id: string;
  readonly name: string | null;
  readonly isEnabled: boolean | null;
  /** `false` when nothing is plugged in: the device says `NO VIDEO` instead of a resolution. */
  readonly hasVideo: boolean | null;
}

/** `GET /ISAPI/System/Video/inputs/channels`. Never throws. Source: a public dump of a DVR. */
export function decodeVideoInputs(body: Uint8Array | string): Decoded<readonly VideoInput[]> {
  const opened = openDocument(body, 'VideoInputChannelList');
  if (!opened.ok) return opened;
  const value = listOf(opened.value.root, 'VideoInputChannel').flatMap((element) => {
    const id = textAt(element, 'id');
    const resolution = textAt(element, 'resDesc');
    if (id === null) return [];
    return [
      {
        id,
        name: textAt(element, 'name'),
        isEnabled: toFlag(textAt(element, 'videoInputEnabled')),
        hasVideo: resolution === null ? null : !/^no video$/i.test(resolution),
      },
    ];
  });
  return { ok: true, value };
}
