import { readPageFile } from '../page-files.ts';
import { securityHeaders } from '../security.ts';

export const scheme = 'app';
/** The only host of the scheme. */
export const pageHost = 'untether';
export const pageUrl = `${scheme}://${pageHost}/`;

/** Whether an address is our page, in a scheme whose `origin` Node's URL does not know. */
export function isOurPage(address: string): boolean {
  return address === pageUrl.slice(0, -1) || address.startsWith(pageUrl);
}

/** Serves the built page and nothing else of the disk. */
export function pageHandler(rendererDir: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const headers = securityHeaders();
    // The path as it was sent: `URL` would resolve what is to be refused.
    const path = request.url.slice(pageUrl.length - 1).split(/[?#]/, 1)[0] ?? '/';
    if (!isOurPage(request.url)) return new Response('Not our page', { status: 403, headers });
    const file = await readPageFile(rendererDir, path);
    if (file.kind !== 'file') {
      const status = file.kind === 'refused' ? 403 : 404;
      return new Response('No such file', { status, headers });
    }
    return new Response(file.body, {
      headers: { ...headers, 'content-type': file.type, 'cache-control': file.cache },
    });
  };
}
