import type { RecoveryCase } from '../../../../../main/contract/recovery.ts';

type Kind = RecoveryCase['attachments'][number]['kind'];

/** 14 million characters of base64 are what one call takes. */
export const mostBytes = 10_000_000;

const shown = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml']);

/** Pictures that the page may draw as an image; as such an SVG runs no script and loads nothing. */
export function isPicture(mediaType: string): boolean {
  return shown.has(mediaType);
}

/** What a chosen file most likely is; a person may say otherwise. */
export function likelyKind(file: { readonly name: string; readonly type: string }): Kind {
  if (file.type.startsWith('image/')) return 'label-photo';
  if (/guid/i.test(file.name)) return 'guid-file';
  if (/\.(bin|cfg)$/i.test(file.name)) return 'backup';
  return /\.xml$/i.test(file.name) ? 'reset-answer' : 'other';
}

export type LabelVerdict = 'same' | 'differs' | 'untold';

function folded(serial: string): string {
  return serial.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/**
 * The serial as read from the label beside the scanned one. A label often carries the tail only, so the
 * end decides, or nine characters in a row; fewer than six characters decide nothing.
 */
export function compareLabel(typed: string, serial: string | null): LabelVerdict {
  const label = folded(typed);
  const scanned = folded(serial ?? '');
  if (label.length < 6 || scanned === '') return 'untold';
  const isPart = label.length >= 9 && scanned.includes(label);
  return isPart || scanned.endsWith(label) || label.endsWith(scanned) ? 'same' : 'differs';
}
