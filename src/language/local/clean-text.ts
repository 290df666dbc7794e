/** Longest text, in UTF-16 units, that is looked at; the rest of a longer message is ignored. */
export const maxAnalysedLength = 2_000;

// Controls, bidi marks, zero-width characters, private use and lone surrogates; then what only varies an emoji.
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u{115f}\u{1160}\u{3164}]|\p{Variation_Selector}|\p{Emoji_Modifier}/gu;
const markup = /<\/?[a-z!][^<>]{0,200}>/gi;
const devanagariZero = 0x0966;

/**
 * What the maker reads: compatibility forms unified (NFKC), quotes and digits made plain, markup and invisible
 * characters gone, white space single, capped. Newlines stay, as they end sentences. Never throws.
 */
export function cleanText(raw: string): string {
  return raw
    .slice(0, maxAnalysedLength)
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
    .replace(raw.length > maxAnalysedLength ? /\s\S*$/ : '', '')
    .trimEnd();
}
