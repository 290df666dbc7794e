/** How customers ask for what a section of the knowledge base answers. Skipped when the section does not exist. */
export interface PolicyQuestion {
  document: string;
  heading: string;
  asks: string[];
}

export const POLICY_QUESTIONS: PolicyQuestion[] = [
  {
    document: 'cancellation-and-refunds',
    heading: 'How much refund do I get if I cancel?',
    asks: ['what is your refund policy?', 'how much money will i get back if i cancel', 'refund rules please'],
  },
  {
    document: 'cancellation-and-refunds',
    heading: 'Is there a cancellation fee?',
    asks: ['is there any cancellation charge?', 'do you charge for cancelling'],
  },
  {
    document: 'cancellation-and-refunds',
    heading: 'Which bookings can be cancelled?',
    asks: ['can i cancel after the work has started?', 'till when can a booking be cancelled'],
  },
  {
    document: 'cancellation-and-refunds',
    heading: 'What if I am not at home (no-show)?',
    asks: ['what happens if i am not at home when he comes?', 'I might be out when the technician arrives, then?'],
  },
  {
    document: 'cancellation-and-refunds',
    heading: 'How long does a refund take, and what if it has not arrived?',
    asks: ['when will i get my refund', 'refund kitne din mein aata hai', 'how long does the refund take?'],
  },
  {
    document: 'cancellation-and-refunds',
    heading: 'What is the ₹100 credit?',
    asks: ['what is this 100 rupees credit', 'how do i use the ₹100 credit?'],
  },
  {
    document: 'rescheduling',
    heading: 'Can I change the date or time of my booking?',
    asks: ['can i change the time later?', 'can the booking be moved to another day'],
  },
  {
    document: 'rescheduling',
    heading: 'Does rescheduling cost anything?',
    asks: ['is rescheduling free?', 'any charge for changing the slot?'],
  },
  {
    document: 'rescheduling',
    heading: 'Will the same professional come?',
    asks: ['will the same person come if i reschedule'],
  },
  {
    document: 'pricing-and-gst',
    heading: 'Is the quoted price final?',
    asks: ['will the price go up afterwards?', 'is this the final price', 'any hidden charges?'],
  },
  {
    document: 'pricing-and-gst',
    heading: 'How much is the visiting charge?',
    asks: ['why is there a visiting charge?', 'what are the visiting charges'],
  },
  {
    document: 'pricing-and-gst',
    heading: 'How much GST do I pay?',
    asks: ['is gst included?', 'how much gst do you charge'],
  },
  {
    document: 'pricing-and-gst',
    heading: 'Should I tip the professional?',
    asks: ['do i have to tip?', 'is a tip expected'],
  },
  {
    document: 'payments',
    heading: 'Do I have to pay in advance?',
    asks: ['do i need to pay now?', 'is advance payment required'],
  },
  {
    document: 'payments',
    heading: 'Can I pay the professional in cash?',
    asks: ['can i pay cash', 'is cash ok after the work?'],
  },
  {
    document: 'payments',
    heading: 'Can I get a receipt or an invoice?',
    asks: ['i need an invoice for my company', 'will i get a bill?'],
  },
  {
    document: 'payments',
    heading: 'Can I pay in instalments (EMI)?',
    asks: ['do you have emi', 'can I pay in instalments?'],
  },
  {
    document: 'payments',
    heading: 'I paid twice. What happens?',
    asks: ['money got deducted two times, what now?'],
  },
  {
    document: 'warranty-and-rework',
    heading: 'Who does the rework?',
    asks: ['who comes if the problem is back?', 'same technician comes for rework?'],
  },
  {
    document: 'warranty-and-rework',
    heading: 'Are spare parts under warranty?',
    asks: ['is there warranty on spare parts?', 'what if the new part fails'],
  },
  {
    document: 'warranty-and-rework',
    heading: 'My AC is still not cooling after the service. What now?',
    asks: ['ac is still not cooling after your service, is it covered?'],
  },
  {
    document: 'warranty-and-rework',
    heading: 'What if the professional breaks or damages something?',
    asks: ['what if something breaks during the work?', 'who pays if my tiles get damaged'],
  },
  {
    document: 'safety-and-verification',
    heading: 'How do I know that the right person is at the door?',
    asks: ['how do i know it is really your technician?', 'how can I check who is at the door'],
  },
  {
    document: 'safety-and-verification',
    heading: 'May I ask for a woman professional?',
    asks: ['can you send a lady beautician?', 'can i get a woman professional'],
  },
  {
    document: 'safety-and-verification',
    heading: 'Are the products safe?',
    asks: ['are the chemicals safe for my kids?', 'is pest control safe with a dog at home'],
  },
  {
    document: 'provider-conduct',
    heading: 'What if the professional is late?',
    asks: ['what if he comes late?', 'technician is late, what can i do'],
  },
  {
    document: 'provider-conduct',
    heading: 'Does the professional bring tools and materials?',
    asks: ['do they bring their own tools?', 'should i arrange cleaning material'],
  },
  {
    document: 'provider-conduct',
    heading: 'Can I choose the professional, or get the same one again?',
    asks: ['can i get the same person as last time?', 'can I choose who comes'],
  },
  {
    document: 'coverage-and-hours',
    heading: 'Do you work on Sundays and public holidays?',
    asks: ['are you open on sunday?', 'do you work on holidays'],
  },
  {
    document: 'coverage-and-hours',
    heading: 'Can I book for today or right now?',
    asks: ['can someone come right now?', 'is same day booking possible'],
  },
  {
    document: 'coverage-and-hours',
    heading: 'How far in advance can I book?',
    asks: ['how early can i book?', 'can I book for next month'],
  },
  {
    document: 'coverage-and-hours',
    heading: 'Do you offer annual maintenance contracts (AMC)?',
    asks: ['do you have amc for ac', 'annual maintenance contract available?'],
  },
  {
    document: 'complaints',
    heading: 'How long after the visit can I complain?',
    asks: ['till when can i complain about a job?', 'how late can I raise a complaint'],
  },
  {
    document: 'complaints',
    heading: 'Can I talk to a person or a manager?',
    asks: ['can i speak to a manager', 'is there a real person I can talk to?'],
  },
  {
    document: 'privacy',
    heading: 'Who can see my phone number and address?',
    asks: ['who can see my phone number?', 'will the technician keep my address'],
  },
  {
    document: 'privacy',
    heading: 'Are my chats and calls stored?',
    asks: ['do you store this chat?', 'are these messages recorded'],
  },
];
