import { childText, parseXml, type XmlElement } from '../xml.ts';

export type ActivateStatusResult =
  | {
      readonly ok: true;
      /** `null`: the device answered, but not with a yes or no. */
      readonly activated: boolean | null;
      /** 3 means the newer activation; `null` when not told. */
      readonly supportVersion: number | null;
    }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads what `GET /SDK/activateStatus` answers; devices of the family tell it without a login, before
 * and after activation. The 403 of an inactive device to any other path (`notActivated`) says the
 * same thing and is read too. Never throws. Source: field captures and emulators made from them.
 */
export function decodeActivateStatus(body: string): ActivateStatusResult {
  const parsed = parseXml(body, { maxBytes: 16_384, maxDepth: 8, maxNodes: 128 });
  if (!parsed.ok) return { ok: false, reason: `${parsed.reason}: ${parsed.detail}` };
  switch (parsed.root.local.toLowerCase()) {
    case 'activatestatus':
      return readStatus(parsed.root);
    case 'responsestatus':
      return readRefusal(parsed.root);
    default:
      return { ok: false, reason: 'not an activation status' };
  }
}

function readStatus(root: XmlElement): ActivateStatusResult {
  const word = childText(root, 'Activated')?.toLowerCase();
  const activated = word === 'true' || word === '1' ? true : isNo(word) ? false : null;
  const version = childText(root, 'supportVersion') ?? '';
  return {
    ok: true,
    activated,
    supportVersion: /^\d{1,4}$/.test(version) ? Number(version) : null,
  };
}

function isNo(word: string | undefined): boolean {
  return word === 'false' || word === 'flase' || word === '0';
}

function readRefusal(root: XmlElement): ActivateStatusResult {
  const status = childText(root, 'subStatusCode')?.toLowerCase();
  if (status !== 'notactivated') return { ok: false, reason: 'a refusal that names another cause' };
  return { ok: true, activated: false, supportVersion: null };
}
