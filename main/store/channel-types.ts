/** What is known of one channel of a recorder. Devices are named by their keys (`sn:…`, `mac:…`, `id:…`). */
export interface ChannelLink {
  readonly recorder: string;
  readonly channel: number;
  /** A person's answer; otherwise what was read and both kinds of evidence agree on. */
  readonly isPerson: boolean;
  /** `null`: read, and no camera is sure; as an answer, that it was none of those known then. */
  readonly device: string | null;
  /** What the recorder told then. */
  readonly serial: string | null;
  readonly address: string | null;
  readonly at: number;
}

export interface ChannelStore {
  /** Of a recorder by any of its keys. */
  ofRecorder(keys: readonly string[]): ChannelLink[];
  /** Channels that are this camera, by any of its keys. */
  ofDevice(keys: readonly string[]): ChannelLink[];
  /** In place of what was read of the recorder before; a person's answers stay. */
  putRead(keys: readonly string[], links: readonly ChannelLink[]): void;
  /** In place of an earlier answer; `null` takes it back. */
  putAnswer(keys: readonly string[], channel: number, link: ChannelLink | null): void;
}
