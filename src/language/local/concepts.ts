import { stem } from './tokens.ts';

/**
 * Words of one kind in talk about home services. The classifier sees the kind beside the word, so that what it learns
 * about "fridge" holds for "freezer". Each word belongs to the first kind that lists it.
 */
const lists: Record<string, string> = {
  thing: `ac acs aircon conditioner hvac fridge refrigerator freezer washer washing machine dryer dishwasher microwave oven
    otg tv television led geyser heater boiler purifier ro aquaguard tap faucet nal nalka mixer flush commode toilet cistern
    basin washbasin sink pipe pipeline drain drainage gutter shower tank tanki sump motor pump fan pankha exhaust light lights
    bulb tubelight chandelier switch switchboard socket plug mcb fuse wiring wire inverter ups battery stabilizer sofa couch
    recliner cushion carpet rug mattress blinds curtain chimney hob stove burner chulha door darwaza window lock handle hinge
    cupboard wardrobe almirah almari cabinet bed cot table desk chair furniture drawer shelf wall deewar ceiling chhat floor
    tiles marble terrace roof balcony kitchen bathroom washroom loo bedroom room hall flat apartment house home ghar villa
    bungalow staircase office shop garden lawn cctv camera doorbell grinder cooler laptop computer printer treadmill iron
    jali mesh grill gate bijli`,
  trade: `plumber electrician carpenter painter cleaner beautician stylist barber masseur masseuse therapist technician
    mechanic mistri mistry professional expert handyman repairman maid helper worker staff crew specialist engineer karigar
    partner provider banda bhaiya wala`,
  trouble: `leak leakage tapak drip broken toot tuta tooti kharab stopped noise noisy sound vibrating clogged choked choke
    blocked jammed stuck tripping trip sparking spark burnt burning dripping overflow overflowing faulty fault dead rusty
    smell stink smelly badbu dirty ganda gande messy dusty stained stain cracked crack seepage damp mould fungus loose wobbly
    shaky flicker flickering hot cold heating cooling thanda garam band bandh dull weak slow defrost frost hissing issue
    problem dikkat malfunctioning malfunction trouble`,
  pest: `pest cockroach roach ant termite deemak bug bedbug mosquito machhar rat mouse mice rodent chuha lizard chhipkali
    insect spider fly wasp bee pigeon keeda keede`,
  work: `repair fix mend service servicing servicng clean cleaning cleanup wash scrub mop vacuum shampoo polish install
    installation uninstall uninstallation fit fitting mount hang drill replace replacement refill recharge paint painting
    putty waterproof waterproofing assemble assembly dismantle sanitise sanitize disinfect degrease descale fumigate theek
    thik sahi karwana karwani lagwana lagwani safai saaf dusting overhaul maintenance renovate grout whitewash deep`,
  beauty: `salon parlour parlor haircut hair facial cleanup wax waxing manicure pedicure massage spa makeup bridal mehendi
    mehndi henna threading eyebrow bleach beard shave trim keratin grooming`,
  want: `need needed want wanted chahiye chahie chaiye require required book schedule arrange send bhejo bhej bhejna bhejwa
    looking mangwana mangta please plz pls kindly urgent urgently asap jaldi turant`,
  price: `price pricing cost charge charges fee fees rate rates rs rupees rupaye kitna kitne kitni paisa quote quotation estimate
    expensive cheap cheaper cheapest sasta mehnga budget tariff package discount offer coupon ratecard menu ballpark`,
  place: `area pincode city locality location region serve cover coverage mumbai delhi bangalore bengaluru chennai kolkata
    hyderabad pune ahmedabad jaipur lucknow noida gurgaon gurugram indore bhopal nagpur kochi surat chandigarh patna thane
    coimbatore mysore vizag goa mein`,
  cancel: `cancel cancelling cancellation cancelation scrap withdraw cancelled cncl cancl cancle cansel remove delete drop radd hata hatao
    hatwa void undo abort`,
  move: `reschedule rescheduling resched reschdule reshedule postpone prepone shift move alter change modify badal badalna badlo adjust
    swap bump push instead jagah badle forward khiska`,
  refund: `refund refunds refundable reimburse reimbursement reimbursed wapas wapsi deduct deducted deduction compensation compensate
    compensated credited penalty forfeit nonrefundable refnd rfnd reversal reversed reverse`,
  superior: `escalate escalation escalated esclate escalte manager senior seniors boss supervisor superior management authority authorities
    director ceo higher upar sahab afsar priority prioritise reopen`,
  guarantee: `warranty waranty guarantee rework revisit guaranteed`,
  pay: `pay payment paid paying cash upi card gpay phonepe paytm netbanking emi wallet cod debit credit invoice gst tax bill receipt
    gstin advance prepaid surcharge tip`,
  trust: `verified verify verification background safe safety secure trust trusted genuine insured insurance trained certified
    police aadhaar vaccinated privacy private data personal consent liable liability responsible`,
  money: `money paise amount deposit balance bank account sum total`,
  people: `people person guy guys man men someone somebody anyone anybody nobody fellow log banda bande boy boys lady chap lad ladka ladke bande fellows gentleman worker workers team`,
  arrive: `come comes coming came reaching aana aata aate aao aa aaoge aaya aaye turn show started start leave left leaving late`,
  ask: `tell know check checking see view show find look give share send batao bata bataiye dikha dikhana confirm remind pull open`,
  state: `still yet pending waiting accepted approved placed received receive completed complete progress finished done over made taken
    lined planned due happened happening assigned`,
  owner: `responsible liable accountable bears compensates blame claim`,
  extra: `extra additional hidden more demand demands increase raise hike haggle negotiate convenience`,
  keeping: `store stored keep share shared sell delete erase wipe record recorded visible remove collect misuse leak`,
  trading: `buy buying sell selling rent renting purchase order shopping deliver delivery delivered shop`,
  living: `love sleep eat drink watch learn play sing dance travel marry married girlfriend boyfriend wife husband friend brother sister
    father son daughter boss feel happy sad bored life`,
  vehicle: `car bike scooter truck vehicle gaadi cycle tyre petrol`,
  rules: `policy policies rule rules terms conditions allowed permitted deadline eligible procedure process`,
  booking: `booking bookings order orders appointment appointments reservation reservations visit job jobs nx nxref bookng`,
  track: `status staus track tracking eta reach reached pahuncha arrive arriving arrival confirmed assigned allotted aayega aaega
    update upcoming history details dikhao`,
  grievance: `complaint complain complained complaints complnt shikayat grievance ticket case cp cpref`,
  wrong: `rude misbehaved misbehave badtameez worst terrible pathetic horrible awful
    disgusting unacceptable badtameezi abused abusive shouted drunk ghatiya bekar ganda filthy dissatisfied dissatisfaction uncomfortable stole stolen theft overcharged cheated fraud scam useless angry unhappy disappointed`,
  scope: `include included includes including inclusive cover covers covered covering consist comprise contain entail part
    package plan combo bundle option options kind kinds type types sort variety treatment session offering details info
    information list explain describe brief everything`,
  slots: `available availability slot slots free vacant open timing timings hours earliest soonest latest next weekday weekend
    holiday holidays khali schedule window usually generally`,
  contrast: `difference differ different diff farak fark farq antar compare comparison versus vs between than same dono both cheaper
    costlier distinction mukable`,
  advice: `better best suitable suit suits recommend recommendation suggest suggestion sugest recomend advise advice advisable
    prefer right ideal worth choose choosing pick kaunsi kaunsa konsi konsa guide`,
  duration: `long hour minute minutes duration time ghante ghanta minat din days day week weeks month months fast quick quickly
    soon takes`,
  supplies: `tools tool equipment material materials product products chemical chemicals brand brands ladder machine vacuum bucket
    mop detergent oil cream kit spare parts part quality grade shampoo own`,
  absence: `waited late delay delayed delays absent unavailable noshow absence miss missed turn skip away outside`,
  damage: `damage damaged damages broke broken dent dented chipped tod break breaks breakage breaking scratch scratched scratches ruin ruined lost lose loss missing
    harm hurt accident spoil spoiled injury`,
  contact: `number phone email mobile contact details name id identity card photo location`,
  household: `kid kids child children baby babies bachche pet pets dog dogs cat cats elderly mother grandmother grandma women woman
    ladies female alone neighbour guest tenant minor minors adult`,
  gear: `uniform mask masks glove gloves badge id sanitiser hygiene hygienic vaccinated`,
  elsewhere: `weather rain temperature minister president election politics party vote poem song joke story essay code python
    javascript java program programming function algorithm css html sql database query movie film netflix cricket match score football
    ipl team recipe cook flight hotel train taxi cab bus ticket restaurant pizza stock share bitcoin crypto loan invest translate
    language capital country planet moon mars history science physics chemistry math maths equation solve calculate prompt
    instructions pretend robot human chatgpt joke riddle actor singer god astrology horoscope doctor medicine diet exam homework
    school`,
};

const kinds = new Map<string, string>();
for (const [kind, words] of Object.entries(lists)) {
  for (const word of words.split(/\s+/)) {
    if (!kinds.has(word)) kinds.set(word, kind);
    if (!kinds.has(stem(word))) kinds.set(stem(word), kind);
  }
}

/** The kind of a lower-case word, if it has one. */
export function conceptOf(word: string): string | undefined {
  return kinds.get(word) ?? kinds.get(stem(word));
}
