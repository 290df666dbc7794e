const rupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });
const wholeRupees = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', maximumFractionDigits: 0 });
const clock = new Intl.DateTimeFormat('en-IN', { hour: 'numeric', minute: '2-digit', hour12: true });
const dayAndMonth = new Intl.DateTimeFormat('en-IN', { weekday: 'short', day: 'numeric', month: 'short' });

/** Paise as rupees: "₹1,299", or "₹1,299.50" where there are paise. */
export const money = (paise: number): string => (paise % 100 === 0 ? wholeRupees : rupees).format(paise / 100);

/** Time of day in the reader's zone: "5:04 pm"; empty for what is not a date. */
export function timeOfDay(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? '' : clock.format(date);
}

/** "Today", "Yesterday" or "Thu, 12 Nov", in the reader's zone. */
export function dayName(iso: string, now: Date): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  const days = Math.round((midnight(now) - midnight(date)) / 86_400_000);
  return days === 0 ? 'Today' : days === 1 ? 'Yesterday' : dayAndMonth.format(date);
}

const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());

/** Milliseconds as "9:05", rounded up so that "0:00" means over. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

const agentHints: Record<string, string> = {
  booking: 'Checking availability…',
  service: 'Checking services…',
  policy: 'Reading our policies…',
  cancellation: 'Looking at your booking…',
  complaint: 'Looking into it…',
};

/** What the reader is told while an agent works. */
export const agentHint = (agent: string | undefined): string => agentHints[agent ?? ''] ?? '';

const instant = new Intl.DateTimeFormat('en-IN', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** "AC repair visit × 2, Tap repair". */
export const visitTitle = (items: readonly { name: string; quantity: number }[]): string =>
  items.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)).join(', ');

/** A field of a record for people: "Total paise 41064" as Total, ₹410.64; times in the reader's zone, with its name. */
export function recordField(name: string, value: string | number | null): { label: string; text: string } {
  const label = wordsOf(name);
  if (typeof value === 'number' && /\bpaise$/.test(label))
    return { label: label.replace(/ ?paise$/, '') || 'amount', text: money(value) };
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
    return { label, text: instant.format(new Date(value)) };
  return { label, text: String(value ?? '–') };
}

/** "ratePaise" and "rate_cards" as "rate paise" and "rate cards". */
export const wordsOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
