const styleElement = /<style[^>]*>([\s\S]*?)<\/style>/gi;

/** Taken out of the text before it is read: reading one in would already be reported to the console. */
function withoutStyles(html: string): { readonly page: Document; readonly rules: string[] } {
  const rules = [...html.matchAll(styleElement)].map(([, rule = '']) => rule);
  const page = new DOMParser().parseFromString(html.replace(styleElement, ''), 'text/html');
  for (const element of page.querySelectorAll('script, link, meta, base')) element.remove();
  return { page, rules };
}

/**
 * Prints a page of its own from a hidden frame. Nothing is loaded: the frame stays the empty document it
 * begins as, so no policy about frames applies; its style sheets are set through the object model,
 * because the page's policy, which the frame inherits, refuses styles in the text.
 */
export function printPage(html: string): Promise<void> {
  const { page, rules } = withoutStyles(html);
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
