const rules = `
  @page { margin: 18mm; }
  body { font: 11pt/1.45 system-ui, sans-serif; color: #000; }
  article { max-width: 170mm; }
  h1 { font-size: 18pt; margin: 0 0 6pt; }
  h2 { font-size: 13pt; margin: 14pt 0 4pt; break-after: avoid; }
  h3 { font-size: 11pt; margin: 10pt 0 2pt; break-after: avoid; }
  table { border-collapse: collapse; margin: 6pt 0; }
  th, td { border: 1px solid #777; padding: 3pt 6pt; text-align: left; vertical-align: top; }
  caption { text-align: left; font-weight: 600; }
  button { all: unset; text-decoration: underline; }
  code { font-family: ui-monospace, monospace; }
  li, tr, img, svg { break-inside: avoid; }
  img { width: 60mm; }
  pre { white-space: pre-wrap; font: inherit; }
  figure { display: inline-block; margin: 6mm 6mm 0 0; text-align: center; break-inside: avoid; }
`;

/** A part of the screen as a page of its own for the printer. */
export function pageToPrint(part: HTMLElement, title: string): string {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = part.lang === '' ? document.documentElement.lang : part.lang;
  const copy = page.importNode(part, true);
  if (copy.querySelector('h1') === null) {
    const heading = page.createElement('h1');
    heading.textContent = title;
    copy.prepend(heading);
  }
  page.body.append(copy);
  // As text: a style element in a document of this page would be reported as against its policy.
  return page.documentElement.outerHTML.replace('</head>', `<style>${rules}</style></head>`);
}
