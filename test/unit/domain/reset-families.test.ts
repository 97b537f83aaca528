import { describe, expect, test } from 'vitest';
import { resetFamilies } from '../../../main/contract/recovery.ts';
import { locales } from '../../../main/contract/settings.ts';
import { texts } from '../../../main/contract/text/index.ts';
import { resetSource } from '../../../main/contract/text/reset-source.ts';
import { recoveryWays } from '../../../main/domain/recovery-ways.ts';
import { resetCardOf } from '../../../main/domain/reset-families.ts';

describe('the card of a model', () => {
  test.each([
    ['DS-2CD2086G2-IU/SL', 'mini-bullet', 'model', true],
    ['DS-2CD2343G2-I', 'turret', 'model', true],
    ['DS-2CD2345FWD-I', 'turret', 'prefix', null],
    ['ds-2cd2143g2-i', 'dome', 'model', true],
    ['DS-2CD2186G2-I', 'dome', 'prefix', true],
    ['DS-2CD2T47G2-L', 'bullet', 'prefix', true],
    ['DS-2CD1023G0E-I', 'value-no-button', 'prefix', false],
    ['DS-2CD2432F-IW', 'cube-wifi', 'prefix', null],
    ['DS-2CV2021G2-IDW', 'cube-wifi', 'prefix', null],
    ['DS-2CD2955G0-ISU', 'fisheye', 'prefix', null],
    ['DS-2DE2A404IW', 'ptz', 'prefix', null],
    ['DS-2DF8436IX', 'ptz', 'prefix', false],
    ['DS-7608NI-K2/8P', 'recorder-button', 'prefix', null],
    ['DS-9632NI-I8', 'recorder-no-button', 'prefix', false],
    ['DS-KV6113-WPE1', 'door-station', 'prefix', null],
    ['DS-KH6320-WTE1', 'indoor-station', 'prefix', null],
    ['DS-K1T671M', 'face-terminal', 'prefix', null],
    ['DS-PWA96-M-WE', 'alarm-panel', 'prefix', null],
  ] as const)('%s is %s by %s', (model, family, match, hasButton) => {
    const card = resetCardOf(model, 'unknown');
    expect([card.family, card.match, card.hasButton]).toEqual([family, match, hasButton]);
    expect(card.sources).not.toEqual([]);
  });

  test('without a known model the kind decides, and a camera stays unknown', () => {
    expect(resetCardOf('XYZ-1', 'recorder')).toMatchObject({ match: 'kind', hasButton: false });
    expect(resetCardOf(null, 'camera')).toMatchObject({ family: 'unknown', match: 'none' });
    expect(resetCardOf(null, 'camera').otherRoutes).toContain('reset-file');
  });

  test('what nobody wrote down is marked as trade knowledge', () => {
    for (const model of ['DS-2DE2A404IW', 'DS-K1T671M', 'DS-PWA96-M-WE']) {
      expect(resetCardOf(model, 'unknown').sources).toContain('trade');
    }
    expect(resetSource(texts.en, 'trade')).toContain('no source read');
  });

  test('a source is a name, or has words in every language', () => {
    const cards = ['DS-2CD2343G2-I', 'DS-KV6113-WPE1', 'DS-7608NI-K2/8P'].map((model) =>
      resetCardOf(model, 'unknown'),
    );
    const used = cards.flatMap(({ sources, holds }) => [
      ...sources,
      ...holds.map(({ source }) => source),
    ]);
    for (const locale of locales) {
      const { sources } = texts[locale].resetCard;
      expect(used).toEqual(expect.arrayContaining(Object.keys(sources)));
      expect(resetSource(texts[locale], 'dir.lv')).toBe('dir.lv');
    }
  });

  test('a panel is not sent to the portal, which cannot reset it', () => {
    expect(resetCardOf('DS-PWA96-M-WE', 'panel').otherRoutes).not.toContain('portal-reset');
  });
});

describe('scenario 20: a turret without a button outside', () => {
  test('nobody is told to search for one; file, portal and recorder are given', () => {
    const card = resetCardOf('DS-2CD2325FWD-I', 'camera');
    expect(card.hasButton).not.toBe(true);
    expect(card.otherRoutes).toEqual(
      expect.arrayContaining(['reset-file', 'portal-reset', 'recorder-menu']),
    );
    expect(texts.en.families.turret.where).toMatch(/^There is none outside/);
    for (const locale of locales) {
      const { where, ifNone } = texts[locale].families.turret;
      expect(where, locale).not.toMatch(/search|look for|find|cerc|trov|busc|encuentr/i);
      expect(ifNone, locale).toMatch(/^(Do not search|Non cercare|No busque)/);
    }
  });
});

test('every family has its words in every language', () => {
  for (const locale of locales) {
    for (const family of resetFamilies) {
      const words = Object.values(texts[locale].families[family]);
      expect(
        words.every((text) => text.length > 3),
        `${locale} ${family}`,
      ).toBe(true);
    }
  }
});

describe('ways back that a device tells of', () => {
  test('yes, no and untold stay apart', () => {
    const ways = recoveryWays({ guid: true, mailbox: false, passwordResetSecondMode: true });
    expect(ways.map(({ kind, isSupported, fact }) => [kind, isSupported, fact])).toEqual([
      ['security-questions', null, null],
      ['guid-file', true, 'guid'],
      ['email-code', false, 'mailbox'],
      ['reset-file', true, 'passwordResetSecondMode'],
      ['portal-reset', null, null],
      ['reset-button', null, null],
    ]);
  });

  test('the platform alone does not make the portal’s way a yes, without it it is a no', () => {
    const of = (cloudSupported: boolean) =>
      recoveryWays({ cloudSupported }).find(({ kind }) => kind === 'portal-reset');
    expect([of(true)?.isSupported, of(false)?.isSupported]).toEqual([null, false]);
  });
});
