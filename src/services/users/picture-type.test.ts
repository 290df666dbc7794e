import { describe, expect, it } from 'vitest';
import { pictureHeadOf } from './picture-type.ts';
import { jpeg, png, webp } from './test-pictures.ts';

describe('what a file is', () => {
  it('is told by its first bytes, with its size in pixels', () => {
    expect(pictureHeadOf(png(640, 480))).toEqual({ type: 'image/png', width: 640, height: 480 });
    expect(pictureHeadOf(jpeg(800, 600))).toEqual({ type: 'image/jpeg', width: 800, height: 600 });
    expect(pictureHeadOf(webp('VP8 ', 320, 200))).toEqual({ type: 'image/webp', width: 320, height: 200 });
    expect(pictureHeadOf(webp('VP8L', 321, 201))).toEqual({ type: 'image/webp', width: 321, height: 201 });
    expect(pictureHeadOf(webp('VP8X', 5_000, 4_000))).toEqual({ type: 'image/webp', width: 5_000, height: 4_000 });
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a GIF', Buffer.from('GIF89a\x10\x00\x10\x00')],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 2, 0xff, 0xd9, 0, 0])],
    ['a JPEG whose segment goes nowhere', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0])],
    ['another RIFF', Buffer.from('RIFF\x00\x00\x00\x00WAVEfmt \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00')],
  ])('is no picture when it is %s', (_, bytes) => expect(pictureHeadOf(bytes)).toBeUndefined());

  it('is no picture when it ends within its header', () => {
    for (const whole of [png(64, 64), jpeg(64, 64), webp('VP8 ', 64, 64), webp('VP8L', 64, 64), webp('VP8X', 64, 64)]) {
      expect(pictureHeadOf(whole)).toBeDefined();
      for (let length = 0; length < 20; length++) expect(pictureHeadOf(whole.subarray(0, length))).toBeUndefined();
    }
  });
});
