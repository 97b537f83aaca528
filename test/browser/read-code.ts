import type { Browser, Locator, Page } from '@playwright/test';
import readQr from 'jsqr';
import { expect } from './fixtures.ts';

/** The pixels of a picture file; the browser has the decoder that this process lacks. */
async function pixelsOf(page: Page, png: Buffer) {
  const { width, height, base64 } = await page.evaluate(async (source) => {
    const bytes = Uint8Array.from(atob(source), (letter) => letter.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, picture.width, picture.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) {
      text += String.fromCharCode(...data.subarray(at, at + 8192));
    }
    return { width: picture.width, height: picture.height, base64: btoa(text) };
  }, png.toString('base64'));
  return { width, height, data: new Uint8ClampedArray(Buffer.from(base64, 'base64')) };
}

/**
 * What a telephone's camera would read in the code that stands there, as large and as sharp as it is shown.
 * Nothing of ours is in the decoder.
 */
export async function readCode(code: Locator): Promise<string> {
  // Into the middle, away from what stays at the edges.
  await code.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const { data, width, height } = await pixelsOf(code.page(), await code.screenshot());
  const found = readQr(data, width, height, { inversionAttempts: 'dontInvert' });
  expect(found, `a code is read in ${width} x ${height} pixels`).not.toBeNull();
  // The decoder's own reading of the bytes gives up on some letters outside ASCII.
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(found?.binaryData ?? []));
}

/** Opens what would be printed as a page of its own, with about the dots of an office printer. */
export async function asPrinted(page: Page, html: string): Promise<Page> {
  const sheet = await (page.context().browser() as Browser).newPage({ deviceScaleFactor: 3 });
  await sheet.emulateMedia({ media: 'print' });
  await sheet.setContent(html);
  return sheet;
}

/** Keeps what the page gives to the printer, since nobody can answer the system's dialog here. */
export async function catchPrint(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    const { get } = Object.getOwnPropertyDescriptor(
      HTMLIFrameElement.prototype,
      'contentWindow',
    ) as { get: () => Window | null };
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get(this: HTMLIFrameElement) {
        const view = get.call(this);
        if (view !== null) {
          view.print = () => {
            const { documentElement, adoptedStyleSheets } = view.document;
            const rules = adoptedStyleSheets.flatMap((sheet) =>
              [...sheet.cssRules].map(({ cssText }) => cssText),
            );
            Reflect.set(
              window,
              'printed',
              `${documentElement.outerHTML}<style>${rules.join('\n')}</style>`,
            );
          };
        }
        return view;
      },
    });
  });
  return async () => {
    await expect.poll(() => page.evaluate(() => Reflect.has(window, 'printed'))).toBe(true);
    return page.evaluate(() => String(Reflect.get(window, 'printed')));
  };
}
