/** How people steer a dialogue: whole phrases for each act, one per line or separated by `/`. Longest match wins. */
export type Act =
  | 'affirm'
  | 'deny'
  | 'cancel'
  | 'change'
  | 'skip'
  | 'greet'
  | 'thanks'
  | 'bye'
  | 'help'
  | 'how_are_you'
  | 'filler';

const phrases: Record<Act, string> = {
  affirm: `go on/please go on/carry on/please carry on/yes/yess/yesss/yea/yeah/yep/yup/ya/yah/yaa/y/yes please/yes pls/yes plz/yes sir/yes yes/yes correct/yes that is correct/yes thats right/yes confirm/yes confirm it/yes go ahead/yes do it/
    ok/okay/okey/okk/okie/okies/ok fine/ok sure/ok done/ok great/ok good/ok do it/ok go ahead/ok book it/ok please/k/kk/sure/sure thing/sure please/of course/absolutely/definitely/certainly/indeed/by all means/
    confirm/confirmed/confirm it/please confirm/confirm please/confirm booking/confirm the booking/confirm my booking/confirm this/i confirm/
    go ahead/please go ahead/go for it/proceed/please proceed/lets go/lets do it/lets do this/do it/do that/do this/please do/please do it/please do that/do so/book it/book it please/please book/please book it/book this/book that/book now/book the slot/book that slot/go ahead and book/go ahead and book it/place it/place the order/place order/
    correct/right/thats right/that is right/that is correct/thats correct/all correct/all good/looks good/looks fine/looks right/sounds good/sounds great/sounds fine/good/great/perfect/awesome/fine/its fine/thats fine/that is fine/fine with me/works/works for me/that works/that will do/done/agreed/i agree/accepted/i accept/approve/approved/deal/exactly/true/alright/all right/very well/
    haan/han/ha/haa/haanji/hanji/haan ji/han ji/ji/ji haan/ji han/ji bilkul/bilkul/zaroor/jarur/zarur/sahi/sahi hai/sahi h/theek/thik/theek hai/thik hai/thik h/theek h/tik hai/thike/theek he/thik he/acha/accha/achha/acha theek hai/accha theek hai/chalega/chalo/chalo theek hai/chalo kar do/kar do/kardo/kar dijiye/kardijiye/kar dena/karo/kar lo/book kar do/book kardo/book karo/book kar dijiye/confirm kar do/confirm kardo/confirm karo/ho jaye/ho jayega/pakka/manzoor/haan kar do/haan book kar do/haan confirm/sab sahi hai/
    no problem/no issues/no issue/no worries/no changes/no change/nothing to change/
    👍/👌/✅/✔/🆗/💯/🙌/👍👍`,
  deny: `no/nope/nah/naah/na/nop/noo/nooo/n/no no/no thanks/no thank you/no thankyou/not really/not that/not this/not this one/not these/none/none of these/none of them/not correct/not right/wrong/thats wrong/that is wrong/thats not right/that is not right/incorrect/negative/i dont think so/dont/do not/dont do it/dont do that/dont confirm/do not confirm/dont book/dont book it/do not book/never/
    nahi/nahin/nai/nhi/nahi ji/ji nahi/nahi nahi/bilkul nahi/mat karo/mat kijiye/galat/galat hai/sahi nahi hai/nahi chahiye/👎/❌/✖/🙅/🚫`,
  cancel: `never mind/never mind that/never mind it/never mind this/never mind about it/never mind about that/nevermind/nvm/nm/leave it/leave that/just leave it/leave it for now/lets leave it/forget it/forget about it/forget that/drop it/drop this/drop that/skip it all/
    cancel/cancel it/cancel this/cancel that/cancel please/please cancel/cancel please/pls cancel/cancel now/cancel everything/cancel kar do/cancel kardo/cancel karo/cancel kar dijiye/just cancel/just cancel it/cancel the process/
    stop/stop it/stop this/please stop/abort/quit/exit/end this/scrap it/scrap that/start over/start again/restart/reset/begin again/
    not now/maybe later/some other time/another time/not today/later maybe/not interested/i am not interested/im not interested/no longer interested/no need/no need now/not needed/not required/
    i changed my mind/changed my mind/i dont want it/i dont want this/i dont want it anymore/i dont want to book/i dont want to book anymore/i dont want it now/i dont need it/i dont need it anymore/i dont want to continue/i will do it later/
    wapas/wapas jao/wapas chalo/wapas jana hai/chhod dijiye/jane dijiye/rehne dijiye/rehne do/rehnedo/rehne de/rahne do/rahne de/rehndo/rehnde/chhodo/chodo/chhod do/chod do/chhoro/chhad do/jaane do/jane do/jaane de/nahi karna/nahi karwana/nahi chahiye ab/ab nahi chahiye/mat karo book/baad mein/baad me/baad mein dekhte hain/baad me karta hu/phir kabhi/band karo/bas rehne do`,
  change: `change/change it/change this/change something/change that/edit/edit it/modify/modify it/update it/make a change/make changes/make some changes/i want to change/i want to change something/i want to change it/i want to edit/i want to modify/i need to change something/i would like to change something/id like to change something/want to change/something else/something is wrong/let me change/let me change something/let me edit/can i change something/can i change it/can we change it/not quite right/needs a change/changes/badal do/badlo/change karo/change karna hai/change kar do/kuch change karna hai/kuch badalna hai/✏`,
  skip: `rather not say/i would rather not say/id rather not say/id rather not say/prefer not to say/i prefer not to say/skip/skip it/skip this/skip that/skip please/please skip/skip this one/skip this step/pass/next/next question/no preference/no preferences/any/anything/any is fine/any will do/anything is fine/anything works/anyone/any one/whatever/whatever works/whichever/up to you/you decide/you choose/does not matter/doesnt matter/it doesnt matter/i dont mind/dont mind/dont care/i dont care/i dont know/dont know/idk/dunno/no idea/not sure/im not sure/i am not sure/cant say/koi bhi/kuch bhi/kabhi bhi/koi bhi chalega/kuch bhi chalega/pata nahi/pata nhi/malum nahi/maloom nahi/mujhe nahi pata/aap dekh lo/anytime/any time/any day`,
  greet: `hi/hii/hiii/hiya/hello/helo/hallo/hello there/hi there/hey/heyy/hey there/hola/yo/namaste/namaskar/namaskaram/vanakkam/salaam/salam/good morning/good afternoon/good evening/gm/greetings/ram ram/sat sri akal/hi team/hello team/hello sir/hi sir/hello madam/hi nexora/hello nexora/👋/hello ji/hi all/anyone there/anybody there/is anyone there/are you there`,
  thanks: `thanks/thank you/thank u/thankyou/thanku/thanx/thx/tnx/ty/tysm/thanks a lot/thank you so much/thank you very much/thanks so much/many thanks/thanks for your help/thanks for the help/thank you for your help/much appreciated/appreciate it/dhanyawad/dhanyavad/shukriya/great thanks/perfect thanks/that was helpful/very helpful/🙏/❤/great help`,
  bye: `bye/bye bye/byebye/goodbye/good bye/good night/gn/see you/see ya/see you later/cya/tata/ta ta/talk to you later/ttyl/alvida/phir milenge/thats all/that is all/that will be all/nothing else/im done/i am done/have a nice day/have a good day/bas itna hi/bas/bas hi`,
  help: `help/help me/please help/help please/i need help/need help/can you help/can you help me/what can you do/what can you do for me/what all can you do/what do you do/what can i ask/what can i do here/how can you help/how can you help me/how does this work/how do you work/how to use this/menu/options/main menu/show menu/show options/commands/kya kar sakte ho/kya kya kar sakte ho/aap kya kar sakte ho/aap kya kya kar sakte ho/aap kya karte ho/madad/madad chahiye/meri madad karo/help chahiye`,
  how_are_you: `how are you/how are u/how r u/how r you/hru/how are you doing/how are you today/how is it going/hows it going/how do you do/whats up/what is up/wassup/sup/kaise ho/kaise hain/kaise hain aap/aap kaise ho/aap kaise hain/kaise ho aap/kya haal hai/kya hal hai/kya haal/kya chal raha hai/sab badhiya`,
  filler: `please/pls/plz/plzz/kindly/sir/madam/maam/bhai/bhaiya/bro/ji/yaar/dear/hmm/hm/umm/um/uh/oh/ah/well/so/just/then/now/to/and/also/🙂/😊/😀/😃/😄/😁/!/.`,
};

/** Acts by phrase, words separated by one space. */
export const actPhrases: ReadonlyMap<string, Act> = new Map(
  Object.entries(phrases).flatMap(([act, list]) =>
    list
      .split('/')
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== '')
      .map((phrase) => [phrase, act as Act] as const),
  ),
);

export const longestPhrase = Math.max(...Array.from(actPhrases.keys(), (phrase) => phrase.split(' ').length));
