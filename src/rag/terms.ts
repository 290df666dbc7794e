import { stemmer } from 'stemmer';

/** Words that say nothing about the subject: English, and Hindi as it is typed in Latin letters. */
const STOP_WORDS = new Set(
  `a about am an and any are as at be been being but by can could did do does doing for from get gets getting got had has
  have having he hello her here hi him his how i if in into is it its just kindly let like may me might my no not
  of ok okay on or our out own please pls plz shall she should sir madam so some than thank thanks that the their them
  then there these they this those to too u up ur us very want was we were what whats when where which who whom whose
  why will with would ya yes you your yours im ive dont doesnt isnt wont cant didnt know tell need
  aap aapka aapke aapki aapko aata aate aati aaye aayega aayegi agar apna apne apni aur bas bata batao bataye bhi bhai
  bola bole chahiye dega dega dena denge deta diya diye ek ga gaya gaye gayi ge gi haan hai hain hi ho hoga hogi hone hoon
  hota hote hoti hu hua hue hui hum humko humne hun iska iske iski isliye jab jaise jata jati jayega jayegi jaye ji jo ka
  kab kahan kaisa kaise kar karenge karna karne karo karta karte karu karun kare karoge kaun kaunsa kaunse ke ki kis ko koi kuch kya kyu
  kyun kyunki le lega lekin lena liya liye lo magar main maine mein mera mere meri mil mila mile milega milegi milta mujhe mujhse
  na nahi nahin nhi ne pada padega padegi padta pe par raha rahe rahi sab sakta sakte sakti se tak tha thi tho to toh tum
  tumhara unhone usne uska wala wale wali woh wo yaar ye yeh`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that are common in any talk: they help to rank, but a question is hardly about them. */
const LIGHT_WORDS = new Set(
  `able actually again ago all already also always another anyone anything around ask asked asking baar back bad baje
  because been before best better big both bring came claim come comes coming day days din different during each early
  earlier easily else end enough even evening ever every everything family far fast find first five four found friday
  friend full further gave ghar give given go goes going gone good great guy half happen happened happens happy hour
  hours house immediately including inside keep kind know large last later least leave left less lets little look looking
  lot made make makes many maybe mean min mins minute minutes mistake monday month months more morning most mother much
  must myself near never new next nobody none nothing now number off offered often old once one only open other others
  over own people person place possible put quick quickly ready really reason right said same saturday saw say says
  second see seem seen send sent set several show since small somebody someone something soon start started stay still
  stop stopped such sunday suppose sure take taken takes taking ten than thing things think thought three through
  thursday till time times today together told tomorrow took towards tried try trying tuesday turn two two under until
  upon use used using usually wait waited waiting wanted wants wednesday week weeks well went whether while whole within
  without policy policies rule rules work working works worse would wrong year years yesterday yet hour aaj abhi kal subah shaam`.split(
    /\s+/,
  ),
);

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const THOUSANDS = /(\d),(?=\d{2,3}(?:\D|$))/g;

/** The lower-case words of a text, accents kept; "₹5,000" is `5000`, "don't" is `dont`. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().replace(/['’]/g, '').replace(THOUSANDS, '$1').match(WORD) ?? [];
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

export function isLightWord(word: string): boolean {
  return LIGHT_WORDS.has(word);
}

/** The term under which a word is indexed: its Porter stem. */
export function termOf(word: string): string {
  return stemmer(word);
}
