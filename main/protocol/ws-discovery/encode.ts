import { escapeXml } from '../escape.ts';
import { encodeText } from '../text.ts';

const soap = 'http://www.w3.org/2003/05/soap-envelope';
const addressing = 'http://schemas.xmlsoap.org/ws/2004/08/addressing';
const discovery = 'http://schemas.xmlsoap.org/ws/2005/04/discovery';

/**
 * Bytes of a WS-Discovery (April 2005) Probe for ONVIF devices, in SOAP 1.2. The shape is the one
 * ONVIF Device Manager sends: some builds of the family answer anything more elaborate (`MatchBy`,
 * several types) with a `MatchingRuleNotSupported` fault.
 *
 * @param messageId a UUID without prefix; the answers name it in `RelatesTo`
 */
export function encodeWsProbe(messageId: string): Uint8Array {
  const id = escapeXml(messageId);
  return encodeText(
    '<?xml version="1.0" encoding="utf-8"?>' +
      `<s:Envelope xmlns:s="${soap}" xmlns:a="${addressing}" xmlns:d="${discovery}"` +
      ' xmlns:dn="http://www.onvif.org/ver10/network/wsdl">' +
      '<s:Header>' +
      `<a:MessageID>uuid:${id}</a:MessageID>` +
      '<a:To>urn:schemas-xmlsoap-org:ws:2005:04:discovery</a:To>' +
      `<a:Action>${discovery}/Probe</a:Action>` +
      '</s:Header>' +
      '<s:Body><d:Probe><d:Types>dn:NetworkVideoTransmitter</d:Types><d:Scopes/></d:Probe></s:Body>' +
      '</s:Envelope>',
  );
}
