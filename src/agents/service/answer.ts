import type { PincodeRow } from '#src/db/queries/places.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import type { AskOption, Source } from '#src/turn.ts';
import type { AgentResult } from '../contract.ts';

export function answer(text: string, sources: Source[], suggestions?: AskOption[]): AgentResult {
  return {
    agent: 'service',
    status: 'answered',
    parts: [{ agent: 'service', text, sources }],
    effects: [],
    ...(suggestions && suggestions.length > 0 ? { suggestions } : {}),
  };
}

export const bookOption = ({ name }: { name: string }): AskOption => ({ label: `Book ${name}`, text: `Book ${name}` });

export const placeSource = ({ pincode, locality, tier }: PincodeRow): Source => ({
  kind: 'row',
  table: 'pincodes',
  id: pincode,
  label: locality,
  fields: { tier },
});

export const pricingSource: Source = {
  kind: 'policy',
  rule: 'pricing',
  version: BOOKING_POLICY.version,
  label: 'Visiting charge and GST',
};

/** "Koramangala, Bengaluru (560034)". */
export const placeName = ({ locality, city, pincode }: PincodeRow): string => `${locality}, ${city} (${pincode})`;
