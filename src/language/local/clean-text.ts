/** Longest text, in UTF-16 units, that is looked at; the rest of a longer message is ignored. */
export const maxAnalysedLength = 2_000;

// Controls, bidi marks, zero-width characters, variation selectors, private use, lone surrogates.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{fe00}-\u{fe0f}\u{1f3fb}-\u{1f3ff}\u{115f}\u{1160}\u{3164}]/gu;
const markup = /<\/?[a-z!][^<>]{0,200}>/gi;
const devanagariZero = 0x0966;

/**
 * What the maker reads: compatibility forms unified (NFKC), quotes and digits made plain, markup and invisible
 * characters gone, white space single, capped. Newlines stay, as they end sentences. Never throws.
 */
export function cleanText(raw: string): string {
  return raw
    .slice(0, maxAnalysedLength * 2)
    .normalize('NFKC')
    .replace(/[\t\r\n\u2028\u2029]+/g, (white) => (white.includes('\t') ? ' ' : '\n'))
    .replace(/[^\n]+/g, (line) => line.replace(invisible, ''))
    .replace(markup, ' ')
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - devanagariZero))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .slice(0, maxAnalysedLength)
    .trimEnd();
}
