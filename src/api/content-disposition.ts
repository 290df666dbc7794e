const escaped = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** RFC 6266: a file to keep, with its name in plain ascii and, as RFC 8187 writes it, the name itself. */
export function attachmentNamed(name: string): string {
  // No control characters and no path, wherever it is saved.
  const safe = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const plain = safe.replaceAll(/[^\w.() -]/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(safe).replaceAll(/['()*]/g, escaped)}`;
}
