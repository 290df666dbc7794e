import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { localOf } from '#src/clock.ts';
import { loadKnowledge } from '#src/rag/load-knowledge.ts';
import { BOOKING_POLICY } from '#src/services/bookings/policy.ts';
import { priceOf } from '#src/services/bookings/price.ts';
import { plan } from '../plan.ts';
import { TIME_ZONE } from './company.ts';
import type { SeedRows } from './rows.ts';

const SEED_DATE = '2026-11-20';
const HOUR_MS = 3_600_000;

let rows: SeedRows;

beforeAll(async () => {
  const documents = await loadKnowledge(join(import.meta.dirname, '../knowledge'));
  rows = plan({ seedDate: SEED_DATE, documents });
});

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((row) => [row.id, row]));

describe('seeded bookings', () => {
  it('cost what the calculator says, with one visiting charge', () => {
    const tiers = new Map(rows.pincodes.map((row) => [row.pincode, row.tier]));
    const cards = byId(rows.rateCards);
    const items = Map.groupBy(rows.bookingItems, (row) => row.bookingId);
    for (const booking of rows.bookings) {
      const tier = tiers.get(booking.pincode) ?? 0;
      const own = items.get(booking.id) ?? [];
      const visit = own.map(({ rateCardId, quantity }) => {
        const card = cards.get(rateCardId);
        if (!card) throw new Error(`no rate card ${rateCardId}`);
        return { card, quantity };
      });
      const { items: lines, policyVersion: _, ...price } = priceOf(visit, tier);
      expect(own).toMatchObject(lines);
      const { subtotalPaise, discountPaise, visitingChargePaise, gstPaise, totalPaise } = booking;
      expect({ subtotalPaise, discountPaise, visitingChargePaise, gstPaise, totalPaise }).toEqual(price);
      expect(visitingChargePaise).toBe(BOOKING_POLICY.visitingChargePaiseByTier[tier]);
    }
  });

  it('lie inside the opening hours, as long as their items take', () => {
    const items = Map.groupBy(rows.bookingItems, (row) => row.bookingId);
    for (const booking of rows.bookings) {
      const { hour } = localOf(booking.startsAt, TIME_ZONE);
      const hours = (booking.endsAt.getTime() - booking.startsAt.getTime()) / HOUR_MS;
      const minutes = (items.get(booking.id) ?? []).reduce((sum, i) => sum + i.durationMinutes * i.quantity, 0);
      expect(booking.startsAt.getTime() % (HOUR_MS / 2)).toBe(0);
      expect(hours).toBe(Math.ceil(minutes / 60));
      expect(hour).toBeGreaterThanOrEqual(BOOKING_POLICY.opensAt);
      expect(hour + hours).toBeLessThanOrEqual(BOOKING_POLICY.closesAt);
      expect(booking.startsAt.getTime() - booking.createdAt.getTime()).toBeGreaterThan(
        BOOKING_POLICY.minLeadHours * HOUR_MS,
      );
    }
  });

  it('are done by a professional who works there and does all of it, at a place where it is on offer', () => {
    const skills = new Set(rows.providerSubcategories.map((row) => `${row.providerId} ${row.subcategoryId}`));
    const areas = new Set(rows.providerPincodes.map((row) => `${row.providerId} ${row.pincode}`));
    const offered = new Set(rows.rateCardPincodes.map((row) => `${row.rateCardId} ${row.pincode}`));
    const cards = byId(rows.rateCards);
    const bookings = byId(rows.bookings);
    for (const item of rows.bookingItems) {
      const booking = bookings.get(item.bookingId);
      expect(areas).toContain(`${booking?.providerId} ${booking?.pincode}`);
      expect(skills).toContain(`${booking?.providerId} ${cards.get(item.rateCardId)?.subcategoryId}`);
      expect(offered).toContain(`${item.rateCardId} ${booking?.pincode}`);
    }
  });

  it('hold different services, not two sizes of one', () => {
    const cards = byId(rows.rateCards);
    const kinds = rows.bookingItems.map((item) => `${item.bookingId} ${cards.get(item.rateCardId)?.subcategoryId}`);
    expect(new Set(kinds).size).toBe(kinds.length);
  });

  it('take every hour of a professional at most once, and cancelled ones take none', () => {
    const taken = rows.slotHolds.map((row) => `${row.providerId} ${row.hour.getTime()}`);
    expect(new Set(taken).size).toBe(taken.length);
    const holds = Map.groupBy(rows.slotHolds, (row) => row.bookingId);
    for (const booking of rows.bookings) {
      const hours = (booking.endsAt.getTime() - booking.startsAt.getTime()) / HOUR_MS;
      expect(holds.get(booking.id)?.length ?? 0).toBe(booking.status === 'cancelled' ? 0 : hours);
    }
  });

  it('have a status that fits their date', () => {
    const begin = Date.parse(`${SEED_DATE}T00:00:00+05:30`);
    for (const booking of rows.bookings) {
      const isPast = booking.startsAt.getTime() < begin;
      expect(isPast ? ['completed', 'cancelled', 'no_show'] : ['confirmed', 'pending', 'cancelled']).toContain(
        booking.status,
      );
      expect(booking.cancelledAt !== null).toBe(booking.status === 'cancelled');
      expect(booking.completedAt !== null).toBe(booking.status === 'completed');
      if (booking.rating !== null) expect(booking.status).toBe('completed');
      if (booking.cancelledAt) {
        expect(booking.cancelledAt.getTime()).toBeGreaterThan(booking.createdAt.getTime());
        expect(booking.cancelledAt.getTime()).toBeLessThan(booking.startsAt.getTime());
      }
    }
  });
});
