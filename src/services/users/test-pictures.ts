/** Files whose heads are those of pictures; what would be shown is missing, as nobody here looks at it. */
export function png(width: number, height: number, size = 64): Buffer {
  const file = Buffer.alloc(Math.max(size, 33));
  file.write('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR', 'latin1');
  file.writeUInt32BE(width, 16);
  file.writeUInt32BE(height, 20);
  return file;
}

/** With a JFIF segment, a fill byte and a Huffman table before the frame. */
export function jpeg(width: number, height: number): Buffer {
  const jfif = [0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0];
  const table = [0xff, 0xff, 0xc4, 0, 4, 0, 0];
  const frame = [0xff, 0xc2, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 1, 0x22, 0, 2, 0x11, 1];
  return Buffer.from([0xff, 0xd8, ...jfif, ...table, ...frame, 3, 0x11, 1, 0xff, 0xd9]);
}

export function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Buffer {
  const file = Buffer.alloc(40);
  file.write(`RIFF\x20\x00\x00\x00WEBP${kind}\x14\x00\x00\x00`, 'latin1');
  if (kind === 'VP8 ') {
    file.write('\x9d\x01\x2a', 23, 'latin1');
    file.writeUInt16LE(width, 26);
    file.writeUInt16LE(height, 28);
  } else if (kind === 'VP8L') {
    file[20] = 0x2f;
    file.writeUInt32LE((width - 1) | ((height - 1) << 14), 21);
  } else {
    file.writeUIntLE(width - 1, 24, 3);
    file.writeUIntLE(height - 1, 27, 3);
  }
  return file;
}
