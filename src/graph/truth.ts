import type { Effect, Part } from '#src/turn.ts';

interface Claim {
  verb: string;
  /** What people say it of, where the verb alone says something else. */
  of?: string;
  /** The same in Hinglish: "cancel ho gayi", "book kar diya". */
  hindi?: string;
  proofs: readonly Effect['type'][];
  tables: readonly string[];
}

const MONEY = 'refund|money|amount|payment|paise|paisa';
const CANCELLED: readonly Effect['type'][] = ['booking.cancelled', 'booking.items_cancelled'];

/** What is claimed to have happened just now, and the receipts that prove it. */
const CLAIMS: readonly Claim[] = [
  {
    verb: 'booked|scheduled|confirmed|arranged',
    hindi: 'book|confirm',
    proofs: ['booking.created', 'booking.rescheduled'],
    tables: ['bookings'],
  },
  {
    verb: 'rescheduled|moved|postponed|shifted',
    hindi: 'shift|reschedule',
    proofs: ['booking.rescheduled'],
    tables: ['bookings'],
  },
  { verb: 'cancell?ed', hindi: 'cancel', proofs: CANCELLED, tables: ['bookings', 'refunds'] },
  { verb: 'refunded|credited|reimbursed', hindi: 'refund|wapas', proofs: CANCELLED, tables: ['refunds'] },
  {
    verb: 'processed|issued|initiated|approved|transferred|sent|returned|reversed|paid',
    of: MONEY,
    proofs: CANCELLED,
    tables: ['refunds'],
  },
  {
    verb: 'raised|registered|logged|filed',
    hindi: 'raise|register|darj',
    proofs: ['complaint.raised'],
    tables: ['complaints'],
  },
  {
    verb: 'submitted|lodged|recorded',
    of: 'complaint|ticket|case',
    proofs: ['complaint.raised'],
    tables: ['complaints'],
  },
  {
    verb: 'escalated',
    hindi: 'escalate',
    proofs: ['complaint.escalated', 'complaint.raised'],
    tables: ['complaints'],
  },
];

const THING = `booking|visit|appointment|slot|order|complaint|issue|case|request|service|it|this|that|${MONEY}`;
/** "… of ₹500", "… NX-ABCDEF", "… for tomorrow 5 pm". */
const NAMED = String.raw`(?:(?:of|for|on|with|at|number|no\.?|₹|#|NX|CP)\S*\s(?:\S+\s){0,3}?)?`;
const MADE = '(?:have|has|had|is|are|was|were|been|being|got|gets|now|just|already|successfully|also|fully|all|,| )+';

/** "I have cancelled …", "your refund has been issued", "Booked: …". */
function patternOf({ verb, of, hindi }: Claim): RegExp {
  const wholes = of
    ? [String.raw`\b(?:i|we)(?:['’]ve)?\s(?:${MADE})?(?:went ahead and\s)?(?:${verb})\b\s(?:\S+\s){0,3}?(?:${of})\b`]
    : [
        String.raw`\b(?:i|we)(?:['’]ve)?\s(?:${MADE})?(?:went ahead and\s)?(?:${verb})\b`,
        String.raw`\bit(?:['’]s|\s${MADE})\s?(?:${verb})\b`,
        String.raw`^\W*(?:done\W+)?(?:all\s)?(?:${verb})\b(?=\s*[:!.,–-]|$)`,
      ];
  const told = String.raw`\b(?:your|the|this|that${of ? '|a' : ''})\s(?:[\w-]+\s){0,4}?(?:${of ?? THING})\s${NAMED}${MADE}(?:${verb})\b`;
  const inHindi = hindi ? [String.raw`\b(?:${hindi})\s(?:ho\s(?:ga[yi]\w*|chuk\w*)|kar\s(?:di\w+|chuk\w*))`] : [];
  return new RegExp([...wholes, told, ...inHindi].join('|'), 'iu');
}
const PATTERNS = CLAIMS.map((claim) => ({ ...claim, pattern: patternOf(claim) }));

/** Makes of what follows in the same clause a thought, a rule or a plan. */
const UNREAL =
  /\b(?:not|n['’]t|never|nothing|no|if|when|once|unless|until|after|before|whether|would|can|could|may|might|will|shall|agar|jab|kya|nahi)\b/iu;
const CONDITION_BEFORE = /^\W*(?:if|when|once|unless|until|after|before|as soon as|agar|jab)\b[^:]*,/iu;
const CONDITION_AFTER = /^\W*(?:[\w-]+\s+){0,3}?(?:if|when|once|unless|until|as soon as|jaye)\b/iu;

/** Whether a sentence says that something was done which no receipt of this turn and no row that was read proves. */
export function isUnproven(sentence: string, effects: readonly Effect[], part: Pick<Part, 'sources'>): boolean {
  return PATTERNS.some(({ pattern, proofs, tables }) => {
    const claim = pattern.exec(sentence);
    if (!claim || isUnreal(sentence, claim)) return false;
    return (
      !effects.some((effect) => proofs.includes(effect.type)) &&
      !part.sources.some((source) => source.kind === 'row' && tables.includes(source.table))
    );
  });
}

/** "When your booking is confirmed", "it is confirmed once you have paid". */
function isUnreal(sentence: string, { 0: words, index }: RegExpExecArray): boolean {
  const end = index + words.length;
  const clause =
    sentence
      .slice(0, end)
      .split(/[,;:–—]\s/u)
      .at(-1) ?? '';
  return (
    UNREAL.test(clause) || CONDITION_BEFORE.test(sentence.slice(0, end)) || CONDITION_AFTER.test(sentence.slice(end))
  );
}

/** What is said in place of a claim that has no receipt. */
const NOTHING_DONE = 'I have not changed anything: no booking, cancellation, refund or complaint was made just now.';
const DONE_BY_RECEIPT = 'Only what has its receipt in this answer has been done.';

/**
 * The part without what is not so. Its sentences stand or fall one by one.
 * @param effects of the specialist that said it
 * @param done all that was done in this turn, by whomever
 */
export function withoutClaims(part: Part, effects: readonly Effect[], done: readonly Effect[] = effects): Part {
  const quotes = quotesIn(part);
  const masked = quotes.reduce((text, quote, i) => text.replaceAll(`“${quote}”`, `“\u{e000}${i}\u{e001}”`), part.text);
  const sentences = masked.split(/(?<=[.!?\n])\s+/u);
  const kept = sentences.filter((sentence) => isCited(sentence, part) || !isUnproven(sentence, effects, part));
  if (kept.length === sentences.length) return part;
  const text = [done.length > 0 ? DONE_BY_RECEIPT : NOTHING_DONE, ...kept].join(' ');
  return {
    ...part,
    text: text.replaceAll(/\u{e000}(\d+)\u{e001}/gu, (_, i: string) => quotes[Number(i)] ?? ''),
    wasCorrected: true,
  };
}

/** What people have written on a complaint, quoted word for word from its row: their claims, not ours. */
const quotesIn = ({ sources }: Part): string[] =>
  sources.flatMap((source) => {
    const text = source.kind === 'row' && source.table === 'complaint_updates' ? source.fields['text'] : undefined;
    return typeof text === 'string' && text !== '' ? [text] : [];
  });

const plain = (text: string) => text.replace(/[\s•*_|`#]+/gu, ' ').trim();

/** A rule stands in the passage as it stands here: what it tells of is nobody's doing of today. */
function isCited(sentence: string, { sources }: Part): boolean {
  const words = plain(sentence);
  return (
    words.includes(' ') && sources.some((source) => source.kind === 'passage' && plain(source.quote).includes(words))
  );
}
