import type { Locale } from '../contract/settings.ts';

/** One guide as it lies on the disk: front matter and Markdown, unread. */
export interface GuideText {
  /** Name of the file without its ending; the front matter must say the same. */
  readonly id: string;
  readonly text: string;
}

/** Where the texts of the knowledge base come from. */
export interface GuideSource {
  /**
   * All guides of one language; empty when that language has none. What cannot be read is logged by the
   * source and left out: one damaged file must not cost the others.
   */
  read(locale: Locale): Promise<readonly GuideText[]>;
}
