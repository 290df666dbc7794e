import type { COMPLAINT_CATEGORIES } from '#src/db/schema/complaints.ts';

export type ComplaintCategory = (typeof COMPLAINT_CATEGORIES)[number];

/** What a complaint can be about: a visit that is done, missed, cancelled, not confirmed or to come; or none on record. */
export type About = 'done' | 'missed' | 'cancelled' | 'pending' | 'coming' | 'nothing';

/** `{gaps}`: service, provider, day, number, amount. */
export interface ComplaintText {
  about: About;
  text: string;
  /** Slugs of the categories that it can be said of; all, if not given. */
  categories?: string[];
}

const REPAIRS = ['ac-service-repair', 'appliance-repair', 'electrical', 'smart-home-security', 'plumbing'];
const ELECTRIC = ['ac-service-repair', 'appliance-repair', 'electrical', 'smart-home-security'];
const WORKS = [...REPAIRS, 'painting-waterproofing', 'carpentry-furniture'];
const CLEANING = ['home-cleaning'];
const PESTS = ['pest-control'];
const BEAUTY = ['salon-women'];
const AT_HOME = [...WORKS, ...CLEANING, ...PESTS];

const done = (text: string, categories?: string[]): ComplaintText => ({
  about: 'done',
  text,
  ...(categories ? { categories } : {}),
});
const about =
  (what: About) =>
  (text: string): ComplaintText => ({ about: what, text });
const missed = about('missed');
const cancelled = about('cancelled');
const pending = about('pending');
const coming = about('coming');
const nothing = about('nothing');

export const COMPLAINT_TEXTS: Record<ComplaintCategory, ComplaintText[]> = {
  safety: [
    done(
      'Since the {service} on {day} there is a burning smell from the switchboard and sparks when I plug something in. Please send somebody at once.',
      ELECTRIC,
    ),
    done(
      '{provider} left bare wires hanging after the {service}. I have small children at home, this is dangerous.',
      ELECTRIC,
    ),
    done('The chemical used for the {service} gave my mother breathing trouble. Nobody told us to leave the room.', [
      ...CLEANING,
      ...PESTS,
    ]),
    done(
      'I got a burn on my arm during the {service} on {day}, the wax was far too hot. I had to see a doctor.',
      BEAUTY,
    ),
    done('{provider} brought a second person who is not in the app and would not show any ID. I did not feel safe.'),
    nothing(
      'Somebody came to our door saying he is from Nexora and wanted to come in. We have no booking. Please check who this is.',
    ),
    nothing('Since your technician was here last month our geyser gives electric shocks. We have switched it off.'),
    nothing(
      'My elderly parents were called by somebody who knew about our booking and asked for an OTP. Is this from your side?',
    ),
  ],
  damage: [
    done(
      '{provider} dropped a tool during the {service} and the floor tile has a long crack now. I have photos.',
      WORKS,
    ),
    done('During the {service} on {day} a glass shelf was broken. I was told that the company will pay.', AT_HOME),
    done('The sofa has white stains after the {service}. It was fine before, please see the photos.', CLEANING),
    done('A bottle of colour fell on my carpet during the {service}, the stain does not come out.', BEAUTY),
    done('After the {service} water was dripping into the false ceiling all night. The ceiling board has come down.', [
      'plumbing',
      'ac-service-repair',
    ]),
    done(
      'Wall paint is scratched all the way along the corridor from the ladder. {provider} saw it and just left.',
      AT_HOME,
    ),
    nothing('The plumber you sent last month cracked the wash basin. A new one was promised and nothing has come.'),
    nothing('My washing machine door does not close since your technician had it open. It closed perfectly before.'),
    nothing('Your cleaning team broke the handle of our fridge two months back. I wrote twice and got no answer.'),
    nothing('The teak cabinet has swollen where your people left wet cloths on it. Who pays for the polish?'),
    nothing(
      'There is a hole in the gypsum ceiling from the fan installation last season. It was to be closed free of charge.',
    ),
  ],
  overcharge: [
    done(
      'The app said {amount} for the {service}, but {provider} took 350 rupees more in cash "for material". No bill was given.',
    ),
    done(
      'I was told that the {service} includes everything, then I was asked for extra money for standard parts. Please refund.',
      WORKS,
    ),
    done('I have paid {amount} for {number} and the card was charged twice. Please return one of the payments.'),
    done('The discount shown when I booked the {service} was not on the final bill.'),
    done('{provider} asked for a tip again and again and did not leave until I paid 200 rupees.'),
    cancelled('I cancelled {number} on {day} and the refund that I got seems less than your table says. Please check.'),
    cancelled('The refund of {number} is not in my account yet. It was cancelled on {day}. When will it come?'),
    nothing(
      'Your technician told me to pay for a gas refill that was not needed, another shop confirmed it. I want that money back.',
    ),
    nothing(
      'I was charged a visiting fee twice for one visit last month. Support said they will call back and nobody did.',
    ),
    nothing('The UPI payment failed but the money has gone from my account. It is four days now.'),
  ],
  quality: [
    done('The same problem is back a day after the {service}. It was not repaired at all, only looked at.', REPAIRS),
    done('{service} was done in half the time and half the places were left out. Corners are still dirty.', CLEANING),
    done('They are all back already after the {service}. Please do it again.', PESTS),
    done(
      'I was not happy with the {service} at all and went to a parlour the next morning to get it set right.',
      BEAUTY,
    ),
    done('{provider} was learning the work from videos on the phone during the {service}. The result is very poor.'),
    done('It still leaks after the {service} on {day}. I have to keep a bucket below.', ['plumbing']),
    done('After the {service} it makes more noise than before. Please send a senior technician.', [
      'ac-service-repair',
      'appliance-repair',
    ]),
    done('The {service} was left half done, {provider} promised to come the next day and never came.', AT_HOME),
    done('Paint is already coming off in two places after the {service} on {day}.', ['painting-waterproofing']),
    done('It wobbles again after the {service}. Screws were put in at an angle, I can see it myself.', [
      'carpentry-furniture',
    ]),
    done(
      'Cheap products were used for the {service}, not the ones that are listed in the app. My skin felt dry for days.',
      BEAUTY,
    ),
    nothing('The door lock that your carpenter fitted last month is loose again. I want rework under warranty.'),
    nothing('The AC which your team serviced earlier this year is not cooling again. Is it under warranty?'),
    nothing('The fan that your electrician installed wobbles and hums. Please send somebody to balance it.'),
    nothing('Termites are back on the same door frame, and I was given a one-year warranty on paper.'),
    nothing('The bathroom sealing that was done before the monsoon has come off completely.'),
  ],
  delay: [
    done(
      '{provider} came one and a half hours late for the {service} and did not answer the phone. I had to take leave for this.',
    ),
    done('Booked the {service} for a fixed hour, work started two hours after it. Nobody informed me.'),
    done(
      '{provider} went out for a part during the {service} and came back after three hours. The whole day is gone.',
      WORKS,
    ),
    done('For the {service} on {day} I was given three different times by phone before {provider} came.'),
    missed(
      'I was at home the whole time and nobody rang or called on {day}. Now {number} shows as missed by me. Please correct this.',
    ),
    missed('Nobody came for the {service}. {provider} says that the house could not be found, but I got no call.'),
    pending('{number} is still not confirmed. I need to know whether somebody comes on {day}, I have to plan.'),
    nothing('I have been waiting ten days for the spare part that your technician ordered for my fridge.'),
    nothing('Your team promised a call back about the painting quotation within a day. It is a week now.'),
    nothing('The rework visit was moved three times already. Please tell me a date that you can keep.'),
    nothing('I have been in the queue of your support number for 40 minutes, twice. Please call me back.'),
  ],
  behaviour: [
    done('{provider} was on the phone loudly during the whole {service} and answered my questions very rudely.'),
    done('{provider} came without mask and shoe covers and argued when I asked about it.'),
    done('I got comments about my house and personal questions. Please do not send {provider} again.'),
    done('{provider} smoked on my balcony during the {service}. I had to say it twice.', WORKS),
    done('{provider} left without cleaning up after the {service}, and laughed when my wife asked for it.', AT_HOME),
    missed('{provider} shouted at my watchman at the gate and went away. The {service} did not happen.'),
    nothing(
      'One of your technicians keeps sending me messages on WhatsApp after the job, offering private work. Please stop this.',
    ),
    nothing('The person at your call centre cut my call three times when I asked for a manager.'),
    nothing('Your technician was shouting in the lift at my neighbours. The society now wants a letter from you.'),
  ],
  other: [
    done('I need a GST invoice with our company name for {number}. The app only lets me download a plain receipt.'),
    done('The warranty card for the {service} is not in the app. Please send it to my e-mail.'),
    coming('I cannot change the address of {number} in the app, it shows an error every time.'),
    nothing('The OTP does not come to my number, I have tried since yesterday evening.'),
    nothing('I have changed my number and cannot sign in any more. Please update it.'),
    nothing('Please remove my old address, your people keep calling the tenants who live there now.'),
    nothing('The coupon from your newspaper advertisement is not accepted in the app.'),
    nothing('I get promotional messages every day though I switched them off.'),
  ],
};

/** What the staff answer first, and how it ends. */
export const COMPLAINT_ANSWERS: Record<ComplaintCategory, { first: string[]; resolved: string[] }> = {
  safety: {
    first: [
      'I am sorry, and glad that you told us. Please do not use it; a senior technician is on the way and I will call you in ten minutes.',
      'Thank you for telling us at once. The professional takes no more jobs until we know what happened. Are all of you well?',
    ],
    resolved: [
      'A senior colleague has made it safe and checked everything else, free of charge. The professional has been suspended for a new training.',
      'We have spoken to everybody involved and taken the professional off the platform. The whole amount has been refunded with a credit of ₹100.',
    ],
  },
  damage: {
    first: [
      'I am sorry about the damage. Please send two photos and, if you have it, the bill of the article.',
      'Thank you for the photos. I have asked the professional for his side and get back to you today.',
    ],
    resolved: [
      'The professional has confirmed it. The repair has been done at our cost.',
      'We pay the cost of the replacement as on your bill. The amount reaches your account in 3 to 5 days.',
    ],
  },
  overcharge: {
    first: [
      'Thank you. I am comparing the bill with the price in the booking and come back to you today.',
      'I see both payments here and have asked the bank. You do not need to do anything.',
    ],
    resolved: [
      'The difference has been refunded to the account that you paid from.',
      'We have checked the bill: the amount agrees with the price that was confirmed. The breakdown is in your e-mail.',
      'The second payment has been returned, and the professional has been warned about cash.',
    ],
  },
  quality: {
    first: [
      'I am sorry that it was not done well. This is covered by the warranty: which day suits you for a free rework?',
      'Thank you for telling us. I am sending your words to the team leader of that area and call you today.',
    ],
    resolved: [
      'A senior professional has done the work again, free of charge, and you were happy with it.',
      'As you did not want a rework, half of the amount has been refunded.',
      'The rework has been done under warranty. The part was faulty and has been replaced.',
    ],
  },
  delay: {
    first: [
      'I am sorry for the wait. I am calling the professional now and tell you when somebody comes.',
      'Thank you for your patience. I am looking at what went wrong with the schedule that day.',
    ],
    resolved: [
      'The professional did not come in time: the whole amount has been refunded and a credit of ₹100 added.',
      'A new visit has taken place on the day of your choice. The visiting charge has been refunded.',
      'The part has come and was fitted. We have apologised with a credit of ₹100.',
    ],
  },
  behaviour: {
    first: [
      'I am sorry, this is not how we want you to be treated. We are speaking to the professional today.',
      'Thank you for telling us. You will not be sent this professional again.',
    ],
    resolved: [
      'The professional has been warned in writing and sent to a training. You will be sent somebody else in future.',
      'We have listened to the call and apologised. The colleague has been coached by the team lead.',
    ],
  },
  other: {
    first: [
      'Thank you for writing. I am looking into it and come back to you today.',
      'I have passed it on to the technical team and keep you informed.',
    ],
    resolved: [
      'It has been set right. Please try again, and tell us if anything is still wrong.',
      'The document is in your e-mail now. Sorry for the extra effort.',
      'Your account has been changed as you asked.',
    ],
  },
};

export const CUSTOMER_FOLLOW_UPS = [
  'Any update on this please?',
  'Photos are sent on e-mail.',
  'Nobody has called me till now.',
  'Okay, tomorrow after 11 is fine for me.',
  'Thank you for the quick reply.',
  'I am available on this number whole day.',
];

export const QUESTIONS_TO_CUSTOMER = [
  'Could you send a photo, and tell me on which day the visit was?',
  'I tried to call you twice. When can I reach you?',
  'Which time tomorrow suits you for a visit by a senior professional?',
];

export const INTERNAL_NOTES = [
  'Spoke to the professional, he remembers it differently. Asked for photos of the job.',
  'Second complaint about this area this month, told the supplier manager.',
  'Customer sounds upset, please handle by phone.',
  'Bill checked against the booking, see the price breakdown.',
];
