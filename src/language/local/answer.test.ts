import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { splitSentences } from './sentences.ts';
import { testPassages } from './test-passages.ts';

const textOf = (question: string): string =>
  answer({ question, passages: testPassages })
    .sentences.map(({ text }) => text)
    .join(' ');

describe('answers from passages', () => {
  it.each([
    ['what if the technician is late?', 'more than 30 minutes late'],
    ['are your people verified?', 'police verification'],
    ['how long does a refund take?', '5 to 7 working days'],
    ['refund kitne din mein aata hai', '5 to 7 working days'],
    ['is there a warranty on repairs', '30-day warranty'],
    ['is GST included?', 'GST of 18 %'],
    ['can I pay by UPI?', 'UPI, cards and net banking'],
    ['can I reschedule for free?', 'free of charge up to 4 hours'],
    ['how do I delete my data', 'ask us to delete your data'],
  ])('answers "%s"', (question, words) => expect(textOf(question)).toContain(words));

  it('picks the row that the figure of the question falls into', () => {
    expect(textOf('what if I cancel 2 hours before?')).toBe('1 to 4 hours before: 50 %');
    expect(textOf('refund if I cancel 30 hours before')).toContain('24 hours or more before: 100 %');
  });

  it.each([
    'who won the world cup?',
    'write a poem about rain',
    'can I bring my elephant?',
    'do you sell laptops',
    '',
    '???',
    'what is it',
  ])('abstains from "%s"', (question) =>
    expect(answer({ question, passages: testPassages })).toEqual({ sentences: [], grounding: 0 }),
  );

  it('abstains without passages', () =>
    expect(answer({ question: 'refund policy', passages: [] })).toEqual({ sentences: [], grounding: 0 }));

  it('gives one piece of a passage, each sentence cited by the characters that it stands at', () => {
    for (const question of [
      'what is your refund policy?',
      'what if the technician is late',
      'how do I delete my data',
      'warranty?',
    ]) {
      const { sentences, grounding } = answer({ question, passages: testPassages });
      expect(grounding).toBe(1);
      expect(sentences.length).toBeGreaterThan(0);
      expect(new Set(sentences.flatMap((it) => it.citations.map(({ passageId }) => passageId))).size).toBe(1);
      for (const { text, citations } of sentences) {
        const [{ passageId, start, end }] = citations as [(typeof citations)[0]];
        const cited = testPassages.find(({ id }) => id === passageId)!.text.slice(start, end);
        const words = (value: string): string[] => value.match(/[\p{L}\p{N}]+/gu) ?? [];
        expect(words(cited)).toEqual(expect.arrayContaining(words(text)));
      }
    }
  });

  it('survives a question of 100 kB', () =>
    expect(answer({ question: 'refund '.repeat(15_000), passages: testPassages }).sentences.length).toBeGreaterThan(0));
});

describe('the piece that is quoted', () => {
  const passage = (text: string, heading = 'How much refund do I get?') => ({
    id: heading,
    title: 'Refunds',
    heading,
    text,
  });

  it('takes a table whole, with the sentence before it', () => {
    const text =
      'The refund depends on the time.\n\n| When | Refund |\n| --- | --- |\n| Early | 100% |\n| Late | 50% |';
    const { sentences } = answer({ question: 'what is the refund?', passages: [passage(text)] });
    expect(sentences.map((it) => it.text)).toEqual(['The refund depends on the time.', 'Early: 100%', 'Late: 50%']);
    expect(sentences.map((it) => it.isItem ?? false)).toEqual([false, true, true]);
  });

  it('names the columns of a wide table', () => {
    const text = '| Method | Before the visit | After the job |\n| --- | --- | --- |\n| Cash payment | no | yes |';
    expect(splitSentences(text).map((it) => it.text)).toContain('Cash payment: before the visit no, after the job yes');
  });

  it('follows a heading that asks the same', () => {
    const fee = passage('There is no cancellation fee. Cancelling is free.', 'Is there a cancellation fee?');
    const how = passage('Call support to cancel, and give the number.', 'How do I cancel a booking?');
    expect(answer({ question: 'how do I cancel?', passages: [fee, how] }).sentences[0]?.text).toContain('Call support');
  });
});

describe('sentences of a passage', () => {
  it('drops Markdown marks from the text and keeps places in the raw text', () => {
    const raw = 'You get **100 %** back. See [the terms](https://x.test), _please_.';
    const sentences = splitSentences(raw);
    expect(sentences.map(({ text }) => text)).toEqual(['You get 100 % back.', 'See the terms, please.']);
    expect(raw.slice(sentences[1]!.start, sentences[1]!.end)).toBe('See [the terms](https://x.test), _please_.');
  });

  it('does not end a sentence at an abbreviation or inside a number', () =>
    expect(splitSentences('They carry ID, e.g. Aadhaar. It costs ₹1.5 a day.').map(({ text }) => text)).toEqual([
      'They carry ID, e.g. Aadhaar.',
      'It costs ₹1.5 a day.',
    ]));

  it('joins wrapped lines, and keeps list items and table rows apart', () => {
    const texts = splitSentences(
      '# Title\nOne line\ngoes on.\n\n- First item\n- Second item\n\n| When | Refund |\n| --- | --- |\n| Early | 100 % |',
    ).map(({ text }) => text);
    expect(texts).toEqual(['One line goes on.', 'First item', 'Second item', 'Early: 100 %']);
  });
});
