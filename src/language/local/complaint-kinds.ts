import type { ComplaintKind } from '../contract.ts';

/** Words of each kind, gravest first: the first kind that fits a complaint is its kind. */
const kinds: [ComplaintKind, RegExp][] = [
  [
    'safety',
    /\b(?:unsafe|safety|danger\w*|threat\w*|dhamki|assault\w*|molest\w*|harass\w*|touched (?:me|her|my)|inappropriate\w*|groped?|hit (?:me|my (?:son|wife|father|mother|child|kid|daughter))|slapped|beat(?:en)? (?:me|up)|maara|mara peeta|stole|stolen|theft|thief|steal(?:ing)?|robbed|chor|chori|churaya|missing (?:after|since)|drunk|alcohol|daaru|sharab|weapon|knife|police|fire|aag|smoke|short circuit|electric shock|shock lag|current lag|got (?:a |an )?(?:electric )?shock|live wires?|exposed wires?|wires? (?:open|hanging)|khula taar|nanga taar|gas (?:leak|smell)\w*|smell(?:s|ing)? (?:of |like )?gas|burn(?:t|ed)? (?:my |her |his )?(?:skin|hand|face|scalp|arm)|injur\w+|hurt|bleeding|rash|allergic|followed (?:me|her)|stalk\w*|made a pass)\b/i,
  ],
  [
    'damage',
    /\b(?:broke|broken|break(?:ing)?|damag\w*|scratch\w*|crack\w*|chipp?ed|spoil\w*|spoilt|ruin\w*|smashed|shattered|dent(?:ed)?|tore|torn|stain(?:ed)? my|spilled|spilt|flooded|burn(?:t|ed)|made holes?|toot\w*|tod\w*|tut gay\w*|nuksan|kharab kar d\w+|(?:tap|pipe|wall|tv|machine|ac|fridge|sofa|floor|door) kharab ho)\b/i,
  ],
  [
    'overcharge',
    /\b(?:over ?charg\w*|extra (?:money|charge\w*|paise|paisa|amount|cash|rs|rupees|\d+)|charged (?:me |us |my (?:card|account|wallet|upi) )?(?:extra|more|double|twice|too much|for)|charged twice|double (?:charg\w*|payment)|(?:deducted|debited|paid|taken) (?:twice|two times)|(?:twice|two times) (?:deducted|debited|from my (?:card|account))|took \d+|took (?:more|extra)|\d+ (?:rs |rupees )?extra|zyada (?:paise|paisa|charge|liye|liya)|jyada (?:paise|charge|liye)|more than (?:the )?(?:quoted?|agreed|bill|price|estimate|shown)|wrong (?:bill|amount|charge)|bill(?:ed)? (?:is )?(?:wrong|twice|double|too high)|cheat\w*|fleec\w*|loot\w*|scam\w*|fraud|demanded (?:money|cash|extra|\d+)|asked (?:me )?for (?:extra|more|cash|money|a tip)|without (?:my )?consent|hidden charge\w*|bahar ka paisa)\b/i,
  ],
  [
    'behaviour',
    /\b(?:rude\w*|misbehav\w*|behav\w*|badtameez\w*|batameez\w*|abus\w*|gaali|gali di|shout\w*|yell\w*|scream\w*|argu(?:ed|ing)|arrogant|attitude|disrespect\w*|unprofessional|insult\w*|swore|cursed|swearing|smok(?:ed|ing)|spat|spit(?:ting)?|smelled|smelly|lied|lying|on (?:his|her|the) phone|jhagda|ladai|baat karne ka tareeka|bad manners|careless)\b/i,
  ],
  [
    'delay',
    /\b(?:late|delay\w*|never (?:came|come|showed|turned|arrived|reached)|(?:did ?n[o']?t|has ?n[o']?t|have ?n[o']?t|did not|has not|have not) (?:come|came|show|showed|turn|arrive|reach)\w*|no[ -]?(?:body|one) (?:came|come|has come|showed|turned|arrived|is here)|no[ -]?show|nobody has|still waiting|waiting since|waited|kept (?:me )?waiting|hours? late|nahi aay[ae]|nahin aay[ae]|nhi aay[ae]|nahi pahunch\w*|koi nahi aay\w*|der se|deri|missed (?:the |my )?(?:slot|appointment|visit)|cancelled (?:on me|last minute|at the last))\b/i,
  ],
  [
    'quality',
    /\b(?:quality|bad (?:work|job|service|experience)|poor\w*|pathetic|terrible|horrible|worst|useless|bekar|bekaar|ghatiya|kharab|bakwas|not (?:fixed|working|cleaned?|done|properly|solved|satisfied|happy|cooling|good|resolved|up to)|still (?:leak\w*|not|dirty|broken|same|drip\w*|making|there|sticky)|again (?:leak\w*|stopp\w*|not)|leak\w* again|stopped (?:working )?again|came back|are back|is back|got worse|made (?:it|the \w+) worse|worse|half (?:done|finished|the)|halfway|incomplete|unfinished|unhappy|dissatisf\w*|disappoint\w*|did nothing|did ?n[o']?t (?:fix|clean|do|complete|finish|work|solve|repair)|did not (?:fix|clean|do|complete|finish|solve|repair)|dirty|mess|messy|peel\w*|sloppy|shoddy|waste of money|left without|theek nahi|thik nahi|sahi nahi|ganda|adhura|patchy|no improvement|problem (?:is )?(?:still|again)|same (?:problem|issue))\b/i,
  ],
];
const asAnswer: [ComplaintKind, RegExp][] = [
  ['safety', /\bsafe|suraksha/i],
  ['damage', /\bdamag|broken|toot|nuksan/i],
  ['overcharge', /\b(?:money|bill\w*|charge\w*|price|paisa|paise|payment|cost)\b/i],
  ['behaviour', /\bbeha?vio?u?r|staff|conduct|attitude|manners/i],
  ['quality', /\b(?:quality|work|kaam|service|workmanship|job)\b/i],
  ['delay', /\b(?:time|timing|late|delay\w*|no ?show|der|punctual\w*)\b/i],
  ['other', /\b(?:other|others|something else|anything else|else|misc\w*|kuch aur|aur kuch|none of)\b/i],
];

/** What a complaint is about, by its words; undefined when they do not say. `asked`: single words count, too. */
export function kindOfComplaint(text: string, asked = false): ComplaintKind | undefined {
  return (kinds.find(([, words]) => words.test(text)) ??
    (asked ? asAnswer.find(([, words]) => words.test(text)) : undefined))?.[0];
}
