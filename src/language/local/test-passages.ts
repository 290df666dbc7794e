import type { AnswerInput } from '../contract.ts';

/** Passages of a small knowledge base for this folder's tests, with the Markdown that real ones have. */
export const testPassages: AnswerInput['passages'] = [
  {
    id: 'cancel-1',
    title: 'Cancellation and refund',
    heading: 'How much is refunded',
    text: `You can cancel any booking before the professional starts work. The refund depends on how long before the slot you cancel:

| When you cancel | Refund |
| --- | --- |
| 24 hours or more before | 100 % |
| 4 to 24 hours before | 75 % |
| 1 to 4 hours before | 50 % |
| Less than 1 hour before | 0 % |

If **we** or the professional cancel, you get **100 %** back and a credit of ₹100.`,
  },
  {
    id: 'cancel-2',
    title: 'Cancellation and refund',
    heading: 'How long does a refund take?',
    text: `Refunds go back to the original payment method.
They arrive within 5 to 7 working days.

- UPI refunds usually arrive within 2 days.
- Cash payments are refunded to your bank account.`,
  },
  {
    id: 'safety-1',
    title: 'Safety',
    heading: 'Who comes to your home',
    text: `## Checks\nEvery professional passes a police verification and a check of their identity documents. They carry a photo ID, e.g. an Aadhaar-based card. Ask to see it at the door.`,
  },
  {
    id: 'late-1',
    title: 'Provider conduct',
    heading: 'Delays',
    text: `If the professional is more than 30 minutes late, you get a credit of ₹50. If nobody arrives within 60 minutes, you may cancel for a full refund.`,
  },
  {
    id: 'warranty-1',
    title: 'Warranty and rework',
    heading: 'What is covered',
    text: `Repairs carry a 30-day warranty on workmanship. Spare parts carry the manufacturer's warranty. Cleaning is not covered by the warranty, but may be reported within 24 hours for free rework.`,
  },
  {
    id: 'pay-1',
    title: 'Payments',
    heading: 'Ways to pay',
    text: `1. UPI, cards and net banking in the app.\n2. Cash to the professional after the work.\n\nGST of 18 % is shown on its own line in the price. Invoices are sent by e-mail.`,
  },
  {
    id: 'move-1',
    title: 'Rescheduling',
    heading: 'Rules',
    text: `You may reschedule a booking free of charge up to 4 hours before the slot. Later changes count as a cancellation.`,
  },
  {
    id: 'privacy-1',
    title: 'Privacy',
    heading: 'Your data',
    text: `We share your address and first name with the professional, never your phone number. You can ask us to delete your data by writing to [privacy](mailto:privacy@example.test).`,
  },
];
