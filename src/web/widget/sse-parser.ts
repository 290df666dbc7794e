export interface SseMessage {
  /** This message's own `id:`, '' without one (unlike EventSource, which repeats the last). */
  id: string;
  event: string;
  data: string;
}

/**
 * Incremental parser of `text/event-stream`: feed it text cut anywhere, get the messages that became complete.
 * Follows the HTML standard: LF, CR and CRLF, comments, multi-line data, a leading BOM; an unfinished message is never delivered.
 */
export function createSseParser(): { push(chunk: string): SseMessage[] } {
  let rest = '';
  let skipLineFeed = false;
  let atStart = true;
  let id = '';
  let event = '';
  let data: string[] = [];

  function takeLine(line: string): SseMessage | undefined {
    if (line === '') {
      const message = data.length ? { id, event: event || 'message', data: data.join('\n') } : undefined;
      id = '';
      event = '';
      data = [];
      return message;
    }
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const raw = colon < 0 ? '' : line.slice(colon + 1);
    const value = raw.startsWith(' ') ? raw.slice(1) : raw;
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    return undefined;
  }

  return {
    push(chunk) {
      if (chunk === '') return [];
      const fresh = skipLineFeed && chunk.startsWith('\n') ? chunk.slice(1) : chunk;
      skipLineFeed = chunk.endsWith('\r');
      let text = rest + fresh;
      if (atStart && text !== '') {
        text = text.replace(/^\uFEFF/, '');
        atStart = false;
      }
      const lines = text.split(/\r\n|\n|\r/);
      rest = lines.pop() ?? '';
      return lines.map(takeLine).filter((message) => message !== undefined);
    },
  };
}

/**
 * The messages of a response body. Throws when the body breaks or stays silent for `stallMs` (heartbeat comments count as
 * life); returns when it ends. Leaving the loop cancels the body.
 */
export async function* readSse(body: ReadableStream<Uint8Array>, stallMs: number): AsyncGenerator<SseMessage> {
  const reader = body.getReader();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const parser = createSseParser();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), stallMs);
      if (done) return;
      yield* parser.push(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The stream fell silent.')), ms);
  });
  try {
    return await Promise.race([work, silence]);
  } finally {
    clearTimeout(timer);
  }
}
