import { normalizeMac } from '../mac.ts';
import { sliceXml } from '../xml-edit.ts';
import { type IpSettings, readIpSettings } from './ip-address.ts';
import { at, type Decoded, listOf, openDocument, textAt, toInt } from './read.ts';

export interface NetworkInterface {
  /** 1 is the wired one; 2 is Wi-Fi, or the second socket of a recorder. */
  readonly id: string;
  readonly mac: string | null;
  readonly mtu: number | null;
  readonly ip: IpSettings;
  /** The element as it came: what the fallback `PUT .../interfaces/<id>` starts from. */
  readonly text: string;
}

/**
 * `GET /ISAPI/System/Network/interfaces`, or one of them. Never throws. A device may list only its wired
 * socket while it is reached over Wi-Fi. Source: public captures of a camera and a terminal.
 */
export function decodeNetworkInterfaces(
  body: Uint8Array | string,
): Decoded<readonly NetworkInterface[]> {
  const opened = openDocument(body, 'NetworkInterfaceList', 'NetworkInterface');
  if (!opened.ok) return opened;
  const { root, text } = opened.value;
  const isList = root.local.toLowerCase() === 'networkinterfacelist';
  const elements = isList ? listOf(root, 'NetworkInterface') : [root];
  const value = elements.flatMap((element, nth) => {
    const id = textAt(element, 'id');
    const settings = at(element, 'IPAddress');
    const step = { name: 'NetworkInterface', nth };
    const own = sliceXml(text, isList ? ['NetworkInterfaceList', step] : [step]);
    if (id === null || settings === undefined || own === null) return [];
    return [
      {
        id,
        mac: normalizeMac(textAt(element, 'Link', 'MACAddress') ?? ''),
        mtu: toInt(textAt(element, 'Link', 'MTU'), { max: 65_535 }),
        ip: readIpSettings(settings),
        text: own,
      },
    ];
  });
  return { ok: true, value };
}

/**
 * The interface over which the device is reached: the one with this address, else the one with this MAC.
 * `null` when neither fits: then none may be edited.
 */
export function chooseInterface(
  interfaces: readonly NetworkInterface[],
  { address, mac }: { readonly address: string; readonly mac: string | null },
): NetworkInterface | null {
  const byAddress = interfaces.find(({ ip }) => ip.address === address);
  const byMac = mac === null ? undefined : interfaces.find((each) => each.mac === mac);
  return byAddress ?? byMac ?? null;
}
