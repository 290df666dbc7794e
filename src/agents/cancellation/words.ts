/** What the customer's own words add to the commands that were read from them. */

const only =
  /\b(?:only|just (?!cancel|want|need|please)|sirf|keval|remove|take (?:\w+ ){0,4}off|out of|part of|(?:of|in|from) (?:my|the|that|this) (?:\w+ ){0,2}(?:booking|visit|order|appointment))\b/i;
const except =
  /\b(?:except|excluding|but (?:not|keep)|(?:not|keep) the|apart from|other than|chhod(?: kar)?|ke alawa)\b/i;
/** "The next one", "my last one". */
export function whichOf(text: string): 'last' | 'next' | undefined {
  const place = /\b(next|upcoming|agl[ie]|last|latest|pichh?l[ie]|aa?khri)\s+(?:one|wal[ai])\b/i
    .exec(text)?.[1]
    ?.toLowerCase();
  if (place === undefined) return undefined;
  return /^(?:next|upcoming|agl)/.test(place) ? 'next' : 'last';
}

const asks =
  /\b(?:how much|what|wh?at'?s|kitn[aei]|kya)\b.{0,60}\b(?:back|refund(?:ed)?|return(?:ed)?|wapas|lose|deduct\w*|charged?|kat(?:ega|enge)|mil(?:ega|enge)|fee|cost)\b|\bwould i (?:get|lose|be charged|have to pay)\b|\bwill (?:i|there) (?:get|lose|be (?:charged|any))\b/i;
const condition = /\b(?:if|suppose|in case|agar|would|could|when|karu|karun|karne pe|karne par)\b/i;
const theirFault =
  /\b(?:no[ -]?show|never (?:came|showed|turned|arrived)|(?:did ?n[o']?t|has ?n[o']?t|did not|has not|have not) (?:come|came|show|turn|arrive|reach)\w*|no(?:body| one) (?:came|has come|showed|turned)|nahi aay[ae]|(?:professional|technician|plumber|provider|he|she|they) cancell?ed|refused to come)\b/i;

const ownPeople =
  /\b(?:guests?|family|friends?|parents?|relatives?|kids|children|tenants?|landlord|i|we)\s+(?:\w+\s+)?(?:did|has|have|never|nahi)/i;

/** "Only the tap repair": a part of a booking. */
export const saysOnly = (text: string): boolean => only.test(text);

/** "All but the tap repair". */
export const saysExcept = (text: string): boolean => except.test(text);

/** "What would I get back if I cancel?": a question, not yet a wish. */
export const isInquiry = (text: string): boolean => asks.test(text) && condition.test(text);

/** "What do I get back?" */
export const asksForAmount = (text: string): boolean => asks.test(text);

/** The reason lies with the professional or with us: then other rules apply, and people decide. */
export const blamesUs = (text: string): boolean => theirFault.test(text) && !ownPeople.test(text);

const keeps =
  /\b(?:keep (?:it|this|that|the|my)|(?:do ?n[o']?t|do not|please not) cancel|mat (?:karo|kar|kijiye|cancel)|cancel (?:mat|nahi|nhi)|leave it|let it be|rehne do)\b/i;

/** "No, keep it": in place of a reason. */
export const keepsIt = (text: string): boolean => keeps.test(text);

const acknowledgement =
  /^(?:\W|\b(?:ok(?:ay|ey)?|k+|fine|good|great|got it|i see|understood|noted|thanks?|thank you|thx|cool|all ?right|ac{1,2}h{1,2}a|the+k|thik|hai|shukriya|dhanyavaa?d|ji|so much|very much|for (?:the|that) info(?:rmation)?|for telling)\b)+$/i;

/** "Ok, thanks": heard, which is not yet a wish. */
export const onlyHears = (text: string): boolean => acknowledgement.test(text);

/** "Cancel it", in so many words. */
export const saysCancel = (text: string): boolean => /\b(?:can[cs][ae]?l\w*|cancle|radd|call it off)\b/i.test(text);

const because =
  /^\W*(?:because(?: of)?|becoz|becuz|bcoz|cause|coz|cuz|due to|reason(?: is|:)?|since|as|kyunki|kyuki|kyonki)\b\s*/i;
/** "Because …": a stretch of words that is a reason and nothing else. */
export const isBecause = (text: string): boolean => because.test(text);

const LONGEST_REASON = 200;

/** The reason as it is kept: one line, without "because"; undefined when nothing is left. */
export function reasonOf(words: string): string | undefined {
  const line = words.replace(because, '').replaceAll(/\s+/g, ' ').trim();
  const letters = Array.from(line);
  if (!/[\p{L}\p{N}]/u.test(line)) return undefined;
  const short = letters.length > LONGEST_REASON ? `${letters.slice(0, LONGEST_REASON - 1).join('')}…` : line;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

const common =
  /\b(?:(?:my |our |the )?plans? (?:have |has |had |got )?changed|(?:booked|made) (?:it |this )?by mistake|wrong (?:date|day|time|service|address)|found (?:someone|somebody|another|a cheaper)(?: \w+)?|(?:i am |i'?m |im |we are |we'?re )?(?:travell?ing|out of (?:town|station))|(?:not|no longer) (?:needed|required)|(?:don'?t|do not|no longer) need (?:it|this)(?: any ?more)?|(?:already|got it) (?:fixed|done|repaired)|too expensive)\b/i;

/** A reason that many give, said along with the wish without a "because". */
export const reasonIn = (text: string): string | undefined => {
  const words = common.exec(text)?.[0];
  return words === undefined ? undefined : reasonOf(words);
};
