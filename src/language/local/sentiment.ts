import { tokenize } from './tokens.ts';

/** Words and how they feel, −3 … 3; English and Hinglish. */
const lists: [number, string][] = [
  [
    3,
    'excellent amazing awesome fantastic outstanding superb brilliant wonderful perfect love loved best zabardast lajawab kamaal shandaar',
  ],
  [
    2,
    'great good happy glad thanks thank thankyou thx helpful satisfied pleased impressed appreciate appreciated friendly polite professional wow delighted badhiya badiya mast accha acha achha shukriya dhanyawad dhanyavad khush recommend',
  ],
  [1, 'nice fine okay clean quick fast smooth easy polite neat cool like liked theek thik sahi punctual'],
  [
    -1,
    'late delay delayed slow complain complaining problem issue issues sorry wait waiting waited confused expensive costly mehnga dirty stuck wrong missing again der deri dikkat pareshan ganda noisy mess messy incomplete unfinished leaking sad worried worry unclear',
  ],
  [
    -2,
    'bad poor rude unhappy upset disappointed disappointing broke broken damaged damage careless unprofessional annoyed annoying frustrated frustrating irritated useless worse ignored ignoring overcharged refused misbehaved unsafe kharab bekar bekaar ghatiya bakwas bura buri badtameez badtameezi naraz gussa jhooth lied lie lying spoiled ruined fails failed failure hate nobody wasted waste dissatisfied unsatisfied nuksan tod toota sick scratched',
  ],
  [
    -3,
    'terrible horrible worst pathetic awful disgusting disgusted unacceptable ridiculous fraud scam cheat cheated cheating cheaters thief theft stole stolen chor chori furious angry outrageous shameful shame shameless nonsense harassed harassment abused abusive threatened assault molested drunk idiot idiots stupid bloody damn hell bastard rubbish garbage crap shit wtf bewakoof pagal ghatiyaa loot looted sharam lawyer court police consumer trash appalling dreadful nightmare',
  ],
];
const weights = new Map(lists.flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight] as const)));
const emoji: [RegExp, number][] = [
  [/[😀😃😄😁😊🙂😍🥰❤👍👌🙌🎉💯🙏😇🤩⭐🌟👏]/gu, 2],
  [/[😡🤬😠👿💩🖕]/gu, -3],
  [/[😞😔😢😭😒🙄😤👎😩😫😖💔☹🙁😣😑]/gu, -2],
];
const negations = new Set(
  'no not never dont doesnt didnt isnt arent wasnt werent cant cannot couldnt wont wouldnt havent hasnt hadnt without neither nor hardly nahi nahin nhi nai mat na bina'.split(
    ' ',
  ),
);
const boosts = new Map<string, number>([
  ...'very really so too extremely totally completely absolutely such bahut bohot bohut itna itni highly utterly ekdum bilkul fully super damn'
    .split(' ')
    .map((word) => [word, 1.5] as const),
  ...'slightly little bit somewhat quite thoda thodi kind fairly'.split(' ').map((word) => [word, 0.6] as const),
]);
/** Phrases whose words would mislead, by their whole feeling. */
const phrases: [RegExp, number][] = [
  [/\bno (?:problem|issues?|worries|rush|complaints?)\b|\bkoi (?:baat|dikkat|problem) nahi\b|\bnot bad\b/gi, 1],
  [
    /\b(?:never|not) (?:again|coming back|using (?:you|this))\b|\bfed up\b|\bsick of\b|\bone star\b|\bzero stars?\b|\bhow many times\b|\bkitni baar\b|\bwaste of (?:time|money)\b|\blast warning\b|\bdhokha\b/gi,
    -3,
  ],
  [
    /\bthanks (?:for nothing|a lot for (?:nothing|wasting))\b|\bgreat,? (?:another|just great)\b|\bnice joke\b|\bwell done for nothing\b/gi,
    -3,
  ],
  [
    /\b(?:still|abhi tak) (?:not|no|nahi|waiting)\b|\bno (?:one|body|response|reply|update|show)\b|\bnot (?:working|fixed|resolved|solved|happy|satisfied|acceptable|done)\b|\bkoi (?:jawab|reply|response) nahi\b/gi,
    -2,
  ],
  [/\bwell done\b|\bgood (?:job|work)\b|\bthank (?:you|u)\b/gi, 2.5],
  [
    /\bgood (?:morning|afternoon|evening|night|day)\b|\bwhat is wrong\b|\bnot (?:cooling|heating)\b|\bdeep clean\w*|\bclean(?:ing|er)\b|\b(?:complaint|refund|cancellation) (?:policy|process|status)\b|\blate (?:fee|charge|evening|night)s?\b|\bbest (?:price|time|slot|option)\b|\blike to\b/gi,
    0,
  ],
];

/** How the customer feels by their words, −1 (furious) … 1 (delighted); 0 when they do not say. Linear in the text. */
export function sentimentOf(text: string): number {
  let [sum, strongest] = [0, 0];
  const add = (weight: number): void => {
    sum += weight;
    if (Math.abs(weight) > Math.abs(strongest)) strongest = weight;
  };
  let rest = text;
  for (const [pattern, weight] of phrases) {
    rest = rest.replace(pattern, (match) => {
      if (weight !== 0) add(weight);
      return ' '.repeat(match.length);
    });
  }
  for (const [pattern, weight] of emoji) for (const _ of rest.match(pattern)?.slice(0, 3) ?? []) add(weight);
  const tokens = tokenize(rest);
  tokens.forEach(({ word, start, end }, at) => {
    const weight = weights.get(word);
    if (weight === undefined) return;
    const before = tokens.slice(Math.max(0, at - 3), at).map((token) => token.word);
    // Hindi negates after the word: "accha nahi tha".
    const after = tokens[at + 1]?.word ?? '';
    const negated = before.some((other) => negations.has(other)) || /^(?:nahi|nahin|nhi)$/.test(after);
    const boost =
      Math.max(...before.slice(-2).map((other) => boosts.get(other) ?? 1), 1) *
      Math.min(...before.slice(-1).map((other) => boosts.get(other) ?? 1), 1);
    const shouted = end - start >= 3 && /^\p{Lu}+$/u.test(rest.slice(start, end)) ? 1.3 : 1;
    // What is not good is bad; what is not bad is hardly good.
    add(weight * boost * shouted * (negated ? (weight > 0 ? -0.8 : -0.3) : 1));
  });
  const shouting = isShouted(text);
  if (shouting && sum < 0) sum *= 1.3;
  else if (shouting && sum === 0) sum = -0.5;
  const marks = text.match(/[!?]{2,}/g)?.length ?? 0;
  if (marks > 0) sum += Math.sign(sum) * Math.min(marks, 3) * 0.7;
  const score = Math.tanh((sum + strongest) / 6);
  return Math.round(score * 100) / 100 || 0;
}

/** Whether most letters are capitals, in more than a word or two. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return letters >= 12 && capitals / letters > 0.7;
}
