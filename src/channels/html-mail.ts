const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** The same text as HTML: paragraphs, and a secret that stands alone so that it is easily copied. Holds no markup of others. */
export function htmlOf(text: string, secret?: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = escape(paragraph).replaceAll('\n', '<br>');
    return paragraph === secret
      ? `<p style="font: bold 1.25em monospace; overflow-wrap: anywhere">${lines}</p>`
      : `<p>${lines}</p>`;
  });
  const style = 'font: 16px/1.5 system-ui, sans-serif; max-width: 36em; margin: 1.5em auto; padding: 0 1em';
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body style="${style}">\n${paragraphs.join('\n')}\n</body></html>\n`;
}
