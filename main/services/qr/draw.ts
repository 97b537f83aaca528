import { encode } from 'uqr';

/** White around the code: scanners look for it. */
const quietModules = 4;

/**
 * A code as SVG with one path, without script or style, so that it may stand in any page. `M` survives a
 * scratched or folded sticker.
 */
export function drawCode(text: string): string {
  const { size, data } = encode(text, { ecc: 'M', border: quietModules });
  const steps: string[] = [];
  for (const [y, row] of data.entries()) {
    let x = 0;
    while (x < row.length) {
      let end = x;
      while (row[end] === true) end += 1;
      if (end > x) steps.push(`M${x} ${y}h${end - x}v1h-${end - x}z`);
      x = end + 1;
    }
  }
  const box = `viewBox="0 0 ${size} ${size}" width="${size * 4}" height="${size * 4}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box} shape-rendering="crispEdges"><rect width="100%" height="100%" fill="#fff"/><path d="${steps.join('')}" fill="#000"/></svg>`;
}
