import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeActivateStatus } from '../../../main/protocol/isapi/activate-status.ts';
import { decodeWsProbeMatches } from '../../../main/protocol/ws-discovery/decode.ts';
import { read } from './helpers.ts';

/**
 * Published captures that are not ours to copy may lie in a folder beside the repository. Where they
 * do, everything has to be readable; where they do not, this file says so and skips.
 */
const captures = resolve(import.meta.dirname, '../../../../shared/fixtures');
const hasCaptures = existsSync(resolve(captures, 'sadp')) && existsSync(resolve(captures, 'isapi'));
if (!hasCaptures) {
  process.stderr.write(`captures skipped: no folder ${captures}\n`);
}

function files(folder: string, start: string): readonly string[] {
  if (!hasCaptures) return ['(no captures)'];
  const names = readdirSync(resolve(captures, folder)).filter((name) => name.endsWith('.xml'));
  return names
    .filter((name) => name.startsWith(start))
    .map((name) => resolve(captures, folder, name));
}

describe.skipIf(!hasCaptures)('published captures', () => {
  it.each(files('sadp', ''))('%s', (path) => {
    const message = read(new Uint8Array(readFileSync(path)));
    expect(message.mac).toMatch(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/);
    expect(message.fields.ipv4Address).toBeDefined();
    expect(message.notes).toEqual([]);
    if (message.root === 'ProbeMatch') {
      expect(message.fields).toMatchObject({
        model: expect.any(String),
        bootTime: expect.any(String),
      });
      expect([...message.extra.keys()]).toEqual([]);
    }
  });

  it.each(files('isapi', 'onvif_probematch'))('%s', (path) => {
    const result = decodeWsProbeMatches(new Uint8Array(readFileSync(path)));
    expect(result.ok && result.matches).toMatchObject([
      { mac: expect.any(String), manufacturer: 'HIKVISION', model: expect.stringMatching(/^DS-/) },
    ]);
  });

  it.each(files('isapi', 'activateStatus'))('%s', (path) => {
    expect(decodeActivateStatus(readFileSync(path, 'utf8'))).toMatchObject({ activated: false });
  });
});
