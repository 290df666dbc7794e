export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface PictureHead {
  type: PictureType;
  /** Pixels. */
  width: number;
  height: number;
}

/** What the first bytes of a file say it is; undefined unless they are those of a whole PNG, JPEG or WebP header. */
export function pictureHeadOf(bytes: Buffer): PictureHead | undefined {
  try {
    return pngHead(bytes) ?? webpHead(bytes) ?? jpegHead(bytes);
  } catch (error) {
    // Read beyond the end: the header is cut short.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString('latin1', from, to);

function pngHead(bytes: Buffer): PictureHead | undefined {
  if (ascii(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n' || ascii(bytes, 12, 16) !== 'IHDR') return undefined;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** RIFF container with a lossy, a lossless or an extended picture. */
function webpHead(bytes: Buffer): PictureHead | undefined {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return undefined;
  const kind = ascii(bytes, 12, 16);
  const type = 'image/webp';
  if (kind === 'VP8 ' && ascii(bytes, 23, 26) === '\x9d\x01\x2a')
    return { type, width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind === 'VP8L' && bytes.readUInt8(20) === 0x2f) {
    const bits = bytes.readUInt32LE(21);
    return { type, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind === 'VP8X') return { type, width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  return undefined;
}

/** Markers that begin a frame and name its size: SOF0–SOF15 but for DHT, JPG and DAC, which lie among them. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function jpegHead(bytes: Buffer): PictureHead | undefined {
  if (bytes.readUInt16BE(0) !== 0xffd8) return undefined;
  for (let at = 2; ;) {
    if (bytes.readUInt8(at) !== 0xff) return undefined;
    const marker = bytes.readUInt8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker))
      return { type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // Pixels, the end, or a length that goes nowhere, before any frame.
    const length = bytes.readUInt16BE(at + 2);
    if (marker === 0xda || marker === 0xd9 || length < 2) return undefined;
    at += 2 + length;
  }
}
