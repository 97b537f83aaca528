import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editAdminPort } from '../../../main/protocol/isapi/admin-accesses.ts';
import { decodeEzviz, editEzvizEnabled } from '../../../main/protocol/isapi/ezviz.ts';
import { decodeProxyChannels, editProxyChannel } from '../../../main/protocol/isapi/input-proxy.ts';
import { decodeIpAddress, editIpAddress, undoOf } from '../../../main/protocol/isapi/ip-address.ts';
import {
  chooseInterface,
  decodeNetworkInterfaces,
} from '../../../main/protocol/isapi/network-interfaces.ts';
import { decodeTime, editTime } from '../../../main/protocol/isapi/time.ts';
import { parseXml } from '../../../main/protocol/xml.ts';
import { editXml, removeAll, sliceXml } from '../../../main/protocol/xml-edit.ts';
import { fixture, value } from './helpers.ts';

/** Lines that differ, as `old -> new`. */
function changes(before: string, after: string): readonly string[] {
  const [old, now] = [before.trim().split('\n'), after.trim().split('\n')];
  expect(now).toHaveLength(old.length);
  return old.flatMap((line, at) =>
    line === now[at] ? [] : [`${line.trim()} -> ${now[at]?.trim()}`],
  );
}

describe('the address', () => {
  const camera = () => value(decodeIpAddress(fixture('ip-address_camera.xml')));

  it('is read, with what is not set as the device says it', () => {
    expect(camera().settings).toEqual({
      ...{ ipVersion: 'dual', addressing: 'static', address: '192.168.1.2' },
      ...{ mask: '255.255.255.0', gateway: '192.168.1.1', dns1: '192.168.1.1', dns2: '0.0.0.0' },
      ...{ ipv6Address: '::', ipv6Prefix: 0, ipv6Gateway: '::', isDnsAutomatic: null },
    });
  });

  it('is edited by path, each of the three elements of one name for itself', () => {
    const change = { address: '10.0.0.9', gateway: '10.0.0.1', dns2: '9.9.9.9', isDhcp: false };
    const edited = value(editIpAddress(camera().text, change));
    expect(changes(fixture('ip-address_camera.xml'), edited)).toEqual([
      '<ipAddress>192.168.1.2</ipAddress> -> <ipAddress>10.0.0.9</ipAddress>',
      '<ipAddress>192.168.1.1</ipAddress> -> <ipAddress>10.0.0.1</ipAddress>',
      '<ipAddress>0.0.0.0</ipAddress> -> <ipAddress>9.9.9.9</ipAddress>',
    ]);
    expect(value(decodeIpAddress(edited)).settings).toMatchObject({ ipVersion: 'dual' });
  });

  it('keeps comments, unknown elements and attributes, and fills an empty element', () => {
    const { text } = value(decodeIpAddress(fixture('ip-address_terminal.xml')));
    const edited = value(editIpAddress(text, { isDhcp: false }));
    expect(changes(text, edited)).toEqual([
      '<addressingType>dynamic</addressingType> -> <addressingType>static</addressingType>',
    ]);
    expect(editIpAddress(text, { dns1: '1.1.1.1' })).toEqual({
      ok: false,
      reason: 'unreadable',
      detail: 'missing: ipAddress',
    });
    const filled = editXml(text, [{ kind: 'set', path: ['IPAddress', 'PrimaryDNS'], text: 'x' }]);
    expect(filled.ok && filled.text).toContain('<PrimaryDNS>x</PrimaryDNS>\n  <!-- kept -->');
  });

  it('comes back by its undo', () => {
    const { settings, text } = camera();
    const there = value(editIpAddress(text, { address: '10.0.0.9', mask: '255.0.0.0' }));
    expect(value(editIpAddress(there, undoOf(settings)))).toBe(text);
  });

  it('is also edited within its interface', () => {
    const interfaces = value(decodeNetworkInterfaces(fixture('network-interfaces_camera.xml')));
    expect(interfaces.map(({ id, mac, mtu, ip }) => [id, mac, mtu, ip.address])).toEqual([
      ['1', '02:00:5e:00:53:01', 1500, '192.168.1.2'],
      ['2', '02:00:5e:00:53:03', null, '192.168.7.9'],
    ]);
    const wifi = chooseInterface(interfaces, { address: '192.168.7.9', mac: null });
    const edited = value(
      editIpAddress(wifi?.text ?? '', { address: '192.168.7.10' }, [
        'NetworkInterface',
        'IPAddress',
      ]),
    );
    expect(value(decodeNetworkInterfaces(edited))).toMatchObject([
      { id: '2', ip: { address: '192.168.7.10' } },
    ]);
    const mac = '02:00:5e:00:53:01';
    expect(chooseInterface(interfaces, { address: '1.2.3.4', mac })?.id).toBe('1');
    expect(chooseInterface(interfaces, { address: '1.2.3.4', mac: null })).toBeNull();
  });
});

describe('other edits', () => {
  it('switch the cloud service and touch nothing else', () => {
    const { text } = value(decodeEzviz(fixture('ezviz_bound.xml')));
    expect(changes(text, value(editEzvizEnabled(text, false)))).toEqual([
      '<enabled>true</enabled> -> <enabled>false</enabled>',
    ]);
  });

  it('set a port by protocol', () => {
    const before = fixture('admin-accesses_camera.xml');
    expect(changes(before, value(editAdminPort(before, 'dev_manage', 8001)))).toEqual([
      '<portNo>8000</portNo> -> <portNo>8001</portNo>',
    ]);
    expect(editAdminPort(before, 'Bonjour', 1)).toMatchObject({ ok: false });
    expect(editAdminPort(before, 'nothing', 1)).toMatchObject({ detail: 'missing: nothing' });
  });

  it('set the clock', () => {
    const { text } = value(decodeTime(fixture('time_recorder.xml')));
    expect(changes(text, value(editTime(text, '2027-01-01T00:00:00+03:00')))).toHaveLength(2);
  });

  it('move a channel and bring its password again', () => {
    const { channels } = value(decodeProxyChannels(fixture('input-proxy-channels_recorder.xml')));
    const password = 'P<a>s&s"1';
    const edited = value(
      editProxyChannel(channels[0]?.text ?? '', { address: '192.168.1.65', password }),
    );
    expect(edited).toContain(
      '<userName>admin</userName>\n      <password>P&lt;a&gt;s&amp;s&quot;1</password>\n      <streamType>',
    );
    expect(edited).toContain('<ipAddress>192.168.1.65</ipAddress>');
    expect(edited).toContain('<devIndex>00000000-0000-4000-8000-000000000001</devIndex>');
  });
});

describe('the editor', () => {
  it('keeps prefixes, line ends, marks and CDATA', () => {
    const source =
      '\ufeff<?xml version="1.0"?>\r\n<i:a x="1>2" xmlns:i="u">\r\n\t<i:b >\u{1f600}&amp;</i:b ><![CDATA[<b>]]></i:a>';
    const edited = editXml(source, [
      { kind: 'set', path: ['A', 'B'], text: '<&>' },
      { kind: 'add-after', path: ['a', 'b'], name: 'c', text: 'd' },
    ]);
    expect(edited).toEqual({
      ok: true,
      text: '\ufeff<?xml version="1.0"?>\r\n<i:a x="1>2" xmlns:i="u">\r\n\t<i:b >&lt;&amp;&gt;</i:b >\r\n\t<i:c>d</i:c><![CDATA[<b>]]></i:a>',
    });
  });

  it('takes elements out and cuts them free', () => {
    const source = '<a><b><password>x</password></b><Password/>t<c/></a>';
    expect(removeAll(source, new Set(['password']))).toEqual({
      text: '<a><b></b>t<c/></a>',
      removed: 2,
    });
    expect(sliceXml(source, ['a', 'b'])).toBe('<b><password>x</password></b>');
    expect(sliceXml(source, ['a', 'z'])).toBeNull();
    const removed = editXml(source, [{ kind: 'remove', path: ['a', 'b'] }]);
    expect(removed.ok && removed.text).toBe('<a><Password/>t<c/></a>');
  });

  it.each([
    ['missing', '<a/>', ['a', 'b']],
    ['missing', '<a><b/></a>', ['a', { name: 'b', nth: 1 }]],
    ['not-text', '<a><b><c/></b></a>', ['a', 'b']],
    ['malformed', '<a><b></a>', ['a', 'b']],
    ['malformed', '<!DOCTYPE a><a><b/></a>', ['a', 'b']],
  ] as const)('refuses: %s in %s', (why, source, path) => {
    expect(editXml(source, [{ kind: 'set', path, text: 'x' }])).toMatchObject({ ok: false, why });
  });

  it('refuses two edits of one place', () => {
    const path = ['a', 'b'];
    const edits = ['x', 'y'].map((text) => ({ kind: 'set', path, text }) as const);
    expect(editXml('<a><b>1</b></a>', edits).ok).toBe(false);
  });

  it('brings back any text through the reader, and nothing else changes', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((each) => each.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').trim());
    const source = fixture('ip-address_terminal.xml');
    fc.assert(
      fc.property(text, (given) => {
        const path = ['IPAddress', 'subnetMask'];
        const edited = editXml(source, [{ kind: 'set', path, text: given }]);
        if (!edited.ok) throw new Error(edited.why);
        const parsed = parseXml(edited.text);
        const children = parsed.ok ? parsed.root.children : [];
        const mask = children.find(({ local }) => local === 'subnetMask');
        expect(mask?.text).toBe(given);
        const back = editXml(edited.text, [{ kind: 'set', path, text: '255.255.255.0' }]);
        expect(back.ok && back.text).toBe(source);
      }),
    );
  });
});
