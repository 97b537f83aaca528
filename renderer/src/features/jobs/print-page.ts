/**
 * Prints a page of its own from a hidden frame. Nothing is loaded: the frame stays the empty document it
 * begins as, so no policy about frames applies; its style sheets are set through the object model,
 * because the page's policy, which the frame inherits, refuses styles in the text.
 */
export function printPage(html: string): Promise<void> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const rules = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '');
  for (const element of page.querySelectorAll('style, script, link, meta, base')) element.remove();
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.className = 'visually-hidden';
  document.body.append(frame);
  return new Promise((done) => {
    const view = frame.contentWindow;
    const inside = frame.contentDocument;
    const finish = () => {
      frame.remove();
      done();
    };
    if (view === null || inside === null) {
      finish();
      return;
    }
    inside.replaceChild(inside.adoptNode(page.documentElement), inside.documentElement);
    inside.adoptedStyleSheets = rules.map((rule) => {
      const sheet = new (view as typeof window).CSSStyleSheet();
      sheet.replaceSync(rule);
      return sheet;
    });
    view.addEventListener('afterprint', finish, { once: true });
    view.focus();
    view.print();
    // Browsers that print without telling when they are done must not gather frames.
    window.setTimeout(finish, 60_000);
  });
}
