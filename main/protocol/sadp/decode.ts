import { decodeText } from '../text.ts';
import { type Draft, finishDraft, newDraft, reject } from './draft.ts';
import { readFlat } from './flat.ts';
import type { SadpDecodeResult, SadpMessage, SadpRoot } from './messages.ts';
import { readTolerant } from './tolerant.ts';

/**
 * Reads one SADP datagram. Pure, linear in the datagram's size, never throws: what cannot be read
 * comes back as a reason and a one-line detail.
 *
 * @param data the UDP payload; it is not kept
 */
export function decodeSadp(data: Uint8Array): SadpDecodeResult {
  const decoded = decodeText(data);
  if (!decoded.ok) return reject(decoded.reason, decoded.detail);
  const { text, isRepaired } = decoded;
  const draft = newDraft(text);
  const root = readFlat(text, draft);
  if (root !== null) return { ok: true, message: finish(draft, root, isRepaired) };
  const second = newDraft(text);
  const outcome = readTolerant(text, second);
  if (typeof outcome !== 'string') return outcome;
  return { ok: true, message: finish(second, outcome, isRepaired) };
}

function finish(draft: Draft, root: SadpRoot, isRepaired: boolean): SadpMessage {
  if (isRepaired) dropDamagedIdentity(draft);
  return finishDraft(draft, root);
}

/** Two serials that differ only in an unreadable byte must not become one device. */
function dropDamagedIdentity(draft: Draft): void {
  draft.note('bytes that are not UTF-8 replaced by U+FFFD');
  const serial = draft.fields['serial'];
  if (typeof serial === 'string' && serial.includes('\ufffd')) {
    delete draft.fields['serial'];
    draft.note('DeviceSN: unreadable bytes, left out');
  }
}
