import { shortSerialOf } from '../../contract/columns.ts';
import type { MethodInput } from '../../contract/methods.ts';
import { toUtf8 } from '../../ports/bytes.ts';
import { toBase64 } from '../../protocol/base64.ts';
import type { ResetRequestText, ResetRoute } from '../../protocol/sadp/reset.ts';
import { drawCode } from '../qr/draw.ts';

type File = Omit<MethodInput<'cases.attach'>, 'id'>;

export interface RequestFacts {
  readonly route: ResetRoute;
  readonly serial: string | null;
  readonly model: string | undefined;
  readonly firmware: string | undefined;
  readonly bootTime: string | undefined;
  readonly generation: string;
  readonly at: number;
}

/**
 * What goes to support: the device's string as it is, beside what support asks for. The layout of the
 * vendor's own export is not known, so this is our own, and readable.
 */
export function requestFiles(request: ResetRequestText, facts: RequestFacts): File[] {
  const { route, serial, at } = facts;
  const name = `reset-request-${shortSerialOf(serial ?? 'device')}-${new Date(at).toISOString().slice(0, 16).replaceAll(':', '')}`;
  const rows: readonly (readonly [string, string | null | undefined])[] = [
    ['Request', { file: 'encrypt string', qr: 'QR code', code: 'device code' }[route]],
    ['Model', facts.model],
    ['Serial', serial],
    ['Firmware', facts.firmware],
    ['Start time of the device', facts.bootTime],
    ['SADP generation', facts.generation],
    ['Exported', new Date(at).toISOString()],
    ['Mailbox of the device', request.mailBox],
    ['Mailbox of the vendor', request.vendorMailBox],
    ['String', request.text],
  ];
  const lines = rows.flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []));
  const text = file('reset-request', `${name}.txt`, {
    ...{ mediaType: 'text/plain', content: `${lines.join('\n')}\n` },
  });
  if (route !== 'qr') return [text];
  const svg = { mediaType: 'image/svg+xml', content: drawCode(request.text) };
  return [text, file('qr', `${name}.svg`, svg)];
}

function file(
  kind: File['kind'],
  name: string,
  { mediaType, content }: { readonly mediaType: string; readonly content: string },
): File {
  return { kind, name, mediaType, base64: toBase64(toUtf8(content)) };
}
