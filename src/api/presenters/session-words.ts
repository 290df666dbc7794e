import { DateTime } from 'luxon';
import type { Company } from '#src/context.ts';

/** Who has said it, for the customer: colleagues have no names there. */
export function speakerOf(role: string, { name, persona }: Company): string {
  if (role === 'user') return 'You';
  return role === 'operator' ? `${name} team` : persona.assistantName;
}

/** "20 Nov 2026, 5:04 pm", in the company's time zone. */
export const timeOf = (at: Date, { timeZone }: Company): string =>
  DateTime.fromJSDate(at, { zone: timeZone })
    .setLocale('en-IN')
    .toFormat('d LLL yyyy, h:mm a')
    .replace(/[AP]M/, (half) => half.toLowerCase());
