/**
 * Words that say nothing about *what* is wanted, English and Hinglish, in groups: what remains of a message without
 * them, without its slot values and without its service, is its own content.
 */
const grammar = `a an the this that these those it its is am are was were be been being do does did done doing have has had
  having will would shall should can could may might must i me my mine we us our ours you your yours u ur he him his she her they
  them their who whom whose which what when where why how and or but if then than so as of at by for with about into to from in
  on off out up down over under again too very just only also not no nor dont doesnt didnt isnt arent wasnt cant cannot wont im ive
  id ill its thats whats theres there here some any someone somebody anyone anybody something anything one ones get got getting
  let lets us pehle pehla pehli dusra dusri doosra doosri go goes going gone went na ji hai hain ho hu hun tha thi the ka ki ke ko se me mein main mai mera meri mere mujhe hum hamara hamare hamari aap
  aapka aapke aapki tum kya kaise kab kahan kaun koi kuch ye yeh wo woh vo is us par pe bhi aur ya to toh nahi nahin mat raha rahi rahe
  gaya gayi gaye hua hui kar karo karna karne karni karta karte kare karke de do dena dijiye dedo lo lena le hota hoti jaye aaye
  wala wali wale re ab abhi phir`;
const courtesy = `please pls plz plzz kindly sir madam maam bhai bhaiya bro dear hi hello hey namaste thanks thank thankyou thx ok okay yes yeah
  haan no hmm team guys folks dost yaar actually sorry well oh`;
const wish = `want wanna need needed require required like would love looking look book booking schedule arrange send get give make
  come visit chahiye chahie chaiye karwana karwani karwane karana karani lagwana bhejo bhej bhejna bhejwa set service services servicing
  repair repairing job work kaam fix someone technician appointment slot pin pincode code area address place quantity qty unit units number urgent urgently asap time date day today tomorrow`;

const words = (text: string): string[] => text.trim().split(/\s+/);
const stopWords = new Set([...words(grammar), ...words(courtesy)]);
const fillers = new Set([...stopWords, ...words(wish)]);

/** "the", "mujhe", "please": words without content of their own. */
export function isStopWord(word: string): boolean {
  return stopWords.has(word);
}

/** Stop words and the words in which any wish is dressed: "need", "book", "service". */
export function isFiller(word: string): boolean {
  return fillers.has(word);
}
