const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand anywhere in the page: a device's own words must not become a part of it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

/** Already escaped. */
export interface Html {
  readonly html: string;
}

/** `html\`<p>${text}</p>\``: every value is escaped unless it is itself made by this. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const text = parts.map((part, index) => `${part}${render(values[index])}`).join('');
  return { html: text };
}

type HtmlValue = string | number | null | undefined | Html | readonly Html[];

function render(value: HtmlValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if ('html' in value) return value.html;
  return value.map((one) => one.html).join('');
}

export const nothing: Html = { html: '' };
