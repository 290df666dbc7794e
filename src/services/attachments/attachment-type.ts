import { pictureHeadOf, PICTURE_TYPES } from '../users/picture-type.ts';

export const ATTACHMENT_TYPES = [...PICTURE_TYPES, 'application/pdf'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

const PDF_TAIL = 1_024;

/** What a file is by its own bytes: a whole picture header, or the beginning and the end of a PDF; else undefined. */
export function attachmentTypeOf(bytes: Buffer): AttachmentType | undefined {
  const picture = pictureHeadOf(bytes);
  if (picture) return picture.width > 0 && picture.height > 0 ? picture.type : undefined;
  const head = bytes.toString('latin1', 0, 8);
  const tail = bytes.toString('latin1', Math.max(8, bytes.length - PDF_TAIL));
  return /^%PDF-[12]\.\d/.test(head) && tail.includes('%%EOF') ? 'application/pdf' : undefined;
}
