import { describe, expect, it } from 'vitest';
import { createSseParser, readSse, type SseMessage } from './sse-parser.ts';

const parse = (...chunks: string[]): SseMessage[] => {
  const parser = createSseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};

const stream =
  ': hi\nid: 1\ndata: {"a":1}\n\nid: 2\r\nevent: note\r\ndata: first\r\ndata: second ₹\r\n\r\nid: 3\rdata:tight\r\r';
const expected = [
  { id: '1', event: 'message', data: '{"a":1}' },
  { id: '2', event: 'note', data: 'first\nsecond ₹' },
  { id: '3', event: 'message', data: 'tight' },
];

describe('the SSE parser', () => {
  it('reads LF, CRLF and CR lines, comments and multi-line data', () => {
    expect(parse(stream)).toEqual(expected);
  });

  it('gives the same messages wherever the stream is cut in two', () => {
    for (let at = 0; at <= stream.length; at++) {
      expect(parse(stream.slice(0, at), stream.slice(at)), `cut at ${at}`).toEqual(expected);
    }
  });

  it('gives the same messages when every character comes alone', () => {
    expect(parse(...stream)).toEqual(expected);
  });

  it('knows which message has an id of its own, ignores unknown fields and a leading byte order mark', () => {
    expect(parse('\uFEFFid: 7\ndata: a\n\nretry: 5\nfoo: bar\ndata: b\n\n')).toEqual([
      { id: '7', event: 'message', data: 'a' },
      { id: '', event: 'message', data: 'b' },
    ]);
  });

  it('delivers neither a message without data nor one that was not finished', () => {
    expect(parse('id: 1\nevent: x\n\n', 'id: 2\ndata: cut off')).toEqual([]);
  });

  it('keeps empty data lines and only one leading space less', () => {
    expect(parse('data:\ndata:  two\n\n')).toEqual([{ id: '', event: 'message', data: '\n two' }]);
  });
});

describe('reading a response body', () => {
  const bytes = (chunks: Uint8Array[], close = true) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks) controller.enqueue(chunk);
        if (close) controller.close();
      },
    });

  it('joins characters whose bytes are split over chunks', async () => {
    const all = new TextEncoder().encode(stream);
    const single = Array.from(all, (byte) => Uint8Array.of(byte));
    const messages: SseMessage[] = [];
    for await (const message of readSse(bytes(single), 1000)) messages.push(message);
    expect(messages).toEqual(expected);
  });

  it('gives up on a stream that falls silent', async () => {
    const iteration = readSse(bytes([], false), 20);
    await expect(iteration.next()).rejects.toThrow('silent');
  });
});
