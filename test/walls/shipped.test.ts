import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root, sourcesIn, withoutComments } from './sources.ts';

const files = sourcesIn('main', 'preload', 'renderer');

/** Names of XML namespaces look like addresses; nobody ever connects to them. */
const namespaces = [
  /^http:\/\/www\.w3\.org\//,
  /^http:\/\/schemas\.xmlsoap\.org\//,
  /^http:\/\/www\.onvif\.org\//,
  /^http:\/\/www\.(hikvision|isapi|std-cgi)\.(com|org)\//,
  /^http:\/\/(www\.)?[\w.-]+\/ver\d+\/schema/,
];
/** Our own loopback, or an address that is put together at run time. */
const own = /^(https?|wss?):\/\/(127\.0\.0\.1|localhost|\[::1\]|\$\{)/;

describe('nothing leaves the LAN', () => {
  test('no shipped file holds an address of the Internet', () => {
    const found = files.flatMap((file) =>
      [...withoutComments(file.text).matchAll(/\b(?:https?|wss?):\/\/[^\s'"`<>)]*/g)]
        .map(([address]) => address)
        .filter((address) => !/^\w+:\/\/$/.test(address))
        .filter((address) => !own.test(address) && !namespaces.some((each) => each.test(address)))
        .map((address) => `${file.path}: ${address}`),
    );
    expect(found).toEqual([]);
  });

  test('only the launcher, which fetches Electron for a developer, asks a name server', () => {
    const asking = files.filter((file) => /node:dns/.test(withoutComments(file.text)));
    const allowed = /^main\/(host\/launch\/electron-binary|adapters\/node\/)/;
    expect(asking.map((file) => file.path).filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe('who may write to the terminal', () => {
  test('only the output file and the launcher', () => {
    const writers = files.filter((file) =>
      /process\.std(out|err)\.write|console\./.test(withoutComments(file.text)),
    );
    const allowed = /^main\/host\/(cli\/output\.ts|launch\/)/;
    expect(writers.map((file) => file.path).filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe('the check of the Node version', () => {
  test('asks for what package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const check = readFileSync(join(root, 'main/host/launch/node-check.cjs'), 'utf8');
    const [, major, minor] = /needed = \[(\d+), (\d+)\]/.exec(check) ?? [];
    expect(manifest.engines.node).toBe(`>=${major}.${minor}`);
  });

  test('stands in front of every script that runs our own TypeScript for a person', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of ['start', 'untether']) {
      expect(scripts[name]).toMatch(/^node -r \.\/main\/host\/launch\/node-check\.cjs /);
    }
  });
});
