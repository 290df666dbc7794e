import type { AttachmentType } from './attachment-type.ts';

const EXTENSIONS: Record<AttachmentType, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};
const MOST_CHARACTERS = 80;

/**
 * A name to show and to save under, of what a client calls its file: no folders, no control, invisible or reserved
 * characters, no leading dots, and the ending of what the file really is. It is never the name of a file here.
 */
export function attachmentName(given: string | undefined, type: AttachmentType): string {
  const last = (given ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*;]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/\.[a-z\d]{1,5}$/i, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const stem = Array.from(plain).slice(0, MOST_CHARACTERS).join('').trim();
  return `${stem || 'attachment'}.${EXTENSIONS[type]}`;
}
