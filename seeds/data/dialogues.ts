/** What customers write in a chat. `{…}` are filled in; wording is theirs: short, often without capitals. */

export const GREETINGS = ['hi', 'Hello', 'hey', 'namaste', 'Hi Nia', 'hello there', 'hi there', 'Namaste ji'];

export const THANKS = [
  'thanks',
  'thank you',
  'great, thanks',
  'Thank you so much!',
  'ok thanks',
  'perfect, thanks',
  'dhanyavaad',
];

export const GOODBYES = ['bye', 'ok bye', 'Goodbye', 'see you'];

/** `{phrase}`: the customer's name for the problem or service; `{name}`: ours; `{day}`: "tomorrow", "on Sat 21 Nov". */
export const BOOKING_REQUESTS = [
  '{phrase}, can someone come {day}?',
  'hi, {phrase}. please send someone {day}',
  'i need {name} {day}',
  'book {name} {day}',
  '{phrase}, need help {day}',
  'Can I book {name} {day}?',
  'mujhe {name} chahiye {day}',
  '{phrase} - is anyone free {day}?',
];

export const BOOKING_REQUESTS_WITHOUT_DAY = [
  '{phrase}',
  'i need {name}',
  'I would like to book {name}',
  'please book {name}',
  '{phrase}, please help',
];

export const YES = ['yes', 'Yes, confirm', 'yes please', 'ok book it', 'haan', 'confirm', 'go ahead', 'Yes'];

export const DROPS = [
  'never mind',
  'leave it for now',
  'no, not today',
  'cancel, i will ask my wife first',
  'leave it',
];

export const PRICE_QUESTIONS = [
  'how much is {name}?',
  'what does {name} cost',
  '{name} price please',
  'rate for {name}?',
  'what is included in {name}?',
];

export const COVERAGE_QUESTIONS = [
  'do you come to {pincode}?',
  'is {pincode} served',
  'what can you do in {pincode}?',
  'do you have service at {pincode}',
];

export const STATUS_QUESTIONS = [
  'where is my booking?',
  'when is my booking',
  'who is coming and when?',
  'show my bookings',
  'is my booking confirmed?',
];

export const STATUS_QUESTIONS_WITH_NUMBER = [
  'status of {number}',
  'what about {number}?',
  'when do they come for {number}',
];

export const HELP_QUESTIONS = ['what can you do?', 'help', 'how does this work', 'what do you do?'];

export const PERSON_REQUESTS = ['i want to talk to a person', 'connect me to an agent', 'can someone call me'];

export const OUT_OF_SCOPE = [
  'can you book a flight to Goa?',
  'what is the cricket score',
  'who will win the election',
  'order a pizza for me',
  'write my homework',
];

export const CANCEL_REASONS = [
  'Plans have changed',
  'Not at home that day',
  'The problem went away',
  'Booked by mistake',
  'Found another day that suits better',
  'Guests at home',
];

export const BOOKING_NOTES = [
  'Please call from the gate.',
  'The lift is under repair, please use the stairs.',
  'There is a dog at home.',
  'Parking is behind the building.',
  'Please ring the second bell.',
  'Gate code is with the guard.',
];

/** What customers write with 5, 4, 3, 2 and 1 stars. */
export const REVIEWS: Record<number, string[]> = {
  5: [
    'On time, polite and very neat work.',
    'Excellent. Explained everything before starting.',
    'Very professional, will book again.',
    'Quick and clean. Worth the money.',
    'Bahut accha kaam kiya, thank you.',
    'Came exactly at the hour and finished early.',
  ],
  4: [
    'Good work, came ten minutes late.',
    'Satisfied with the work. Could have cleaned up a bit better.',
    'Polite person, job done well.',
    'Nice service, slightly costly.',
  ],
  3: ['Work is okay, took longer than expected.', 'Average. Had to point out a few spots.', 'Fine, but came late.'],
  2: ['Came 40 minutes late and was in a hurry.', 'The problem came back after two days.'],
  1: ['Left the work half done. Had to call again.', 'Rude on the phone and the place was left dirty.'],
};
