import type { DeviceView } from './state.ts';

/** The device's side of WS-Discovery: answers a Probe for cameras, as ONVIF devices do. */

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const addressing = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const discovery = 'http://schemas.xmlsoap.org/ws/2005/04/discovery';
const envelope = (head: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<env:Envelope xmlns:env="${soap}" xmlns:wsadis="${addressing}" xmlns:d="${discovery}" xmlns:dn="http://www.onvif.org/ver10/network/wsdl" xmlns:tds="http://www.onvif.org/ver10/device/wsdl"><env:Header>${head}</env:Header><env:Body>${body}</env:Body></env:Envelope>`;

function endpointOf(view: DeviceView): string {
  const mac = view.identity.mac.replaceAll(':', '');
  // The last twelve digits are the MAC; the rest is fixed per device.
  return `urn:uuid:${mac.slice(4)}-${mac.slice(0, 4)}-11b5-8265-${mac}`;
}

function scopesOf(view: DeviceView): string {
  const { model, mac } = view.identity;
  const name = model.kind === 'foreign' ? model.name : `HIKVISION ${model.name}`;
  const scopes = [
    'type/video_encoder',
    'Profile/Streaming',
    `MAC/${mac}`,
    `hardware/${encodeURIComponent(model.name)}`,
    `name/${encodeURIComponent(name)}`,
    ...(model.kind === 'foreign' ? ['location/'] : ['location/city/hangzhou']),
  ];
  return scopes.map((scope) => `onvif://www.onvif.org/${scope}`).join(' ');
}

function serviceUrl(view: DeviceView): string {
  const { net, ports } = view.state;
  const port = ports.http === 80 ? '' : `:${ports.http}`;
  return `http://${net.address}${port}/onvif/device_service`;
}

function match(view: DeviceView): string {
  return `<wsadis:EndpointReference><wsadis:Address>${endpointOf(view)}</wsadis:Address></wsadis:EndpointReference><d:Types>dn:NetworkVideoTransmitter tds:Device</d:Types><d:Scopes>${scopesOf(view)}</d:Scopes><d:XAddrs>${serviceUrl(view)}</d:XAddrs><d:MetadataVersion>10</d:MetadataVersion>`;
}

function header(action: string, messageId: string, relatesTo: string | null): string {
  const relates = relatesTo === null ? '' : `<wsadis:RelatesTo>${relatesTo}</wsadis:RelatesTo>`;
  return `<wsadis:MessageID>urn:uuid:${messageId}</wsadis:MessageID>${relates}<wsadis:To>${addressing}/role/anonymous</wsadis:To><wsadis:Action>${discovery}/${action}</wsadis:Action><d:AppSequence InstanceId="1637072188" MessageNumber="17"/>`;
}

export interface WsProbe {
  readonly messageId: string;
  /** Carries a matching rule, which some builds answer with a fault. */
  readonly isUnusual: boolean;
}

/** A Probe for cameras; `null` for anything else that goes over the port. */
export function readWsProbe(data: Uint8Array): WsProbe | null {
  if (data.length === 0 || data.length > 8192) return null;
  const text = new TextDecoder().decode(data);
  if (!/<(?:[\w-]+:)?Probe[\s/>]/.test(text)) return null;
  const id = /<(?:[\w-]+:)?MessageID[^>]*>\s*([^<\s]+)\s*</.exec(text)?.[1];
  if (id === undefined) return null;
  const types = /<(?:[\w-]+:)?Types[^>]*>([^<]*)</.exec(text)?.[1] ?? '';
  const wanted = types.trim() === '' || /NetworkVideoTransmitter|Device\b/.test(types);
  if (!wanted) return null;
  return { messageId: id, isUnusual: /MatchBy=/.test(text) };
}

export function renderProbeMatches(view: DeviceView, relatesTo: string, messageId: string): string {
  return envelope(
    header('ProbeMatches', messageId, relatesTo),
    `<d:ProbeMatches><d:ProbeMatch>${match(view)}</d:ProbeMatch></d:ProbeMatches>`,
  );
}

export function renderMatchFault(relatesTo: string, messageId: string): string {
  return envelope(
    header('fault', messageId, relatesTo),
    '<env:Fault><env:Code><env:Value>env:Sender</env:Value><env:Subcode><env:Value>d:MatchingRuleNotSupported</env:Value></env:Subcode></env:Code><env:Reason><env:Text>the matching rule specified is not supported</env:Text></env:Reason></env:Fault>',
  );
}

export function renderWsHello(view: DeviceView, messageId: string): string {
  return envelope(header('Hello', messageId, null), `<d:Hello>${match(view)}</d:Hello>`);
}
