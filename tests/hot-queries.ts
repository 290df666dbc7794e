import { desc, eq } from 'drizzle-orm';
import type { Transaction } from '#src/db/client.ts';
import * as accounts from '#src/db/queries/accounts.ts';
import { selectActivity } from '#src/db/queries/activity.ts';
import * as addresses from '#src/db/queries/addresses.ts';
import * as attachments from '#src/db/queries/attachments.ts';
import * as bookings from '#src/db/queries/bookings.ts';
import * as catalogue from '#src/db/queries/catalogue.ts';
import { selectCompanies, selectCompany } from '#src/db/queries/companies.ts';
import { selectAssignee, selectStaffInRoles } from '#src/db/queries/complaint-assignees.ts';
import { selectComplaintFigures } from '#src/db/queries/complaint-figures.ts';
import {
  selectComplaintUpdate,
  selectComplaintUpdates,
  selectLastEscalation,
  selectLatestUpdates,
} from '#src/db/queries/complaint-updates.ts';
import { searchComplaints } from '#src/db/queries/complaint-search.ts';
import * as complaints from '#src/db/queries/complaints.ts';
import * as conversations from '#src/db/queries/conversations.ts';
import * as events from '#src/db/queries/events.ts';
import * as handoffs from '#src/db/queries/handoffs.ts';
import * as idempotencyKeys from '#src/db/queries/idempotency-keys.ts';
import * as messages from '#src/db/queries/messages.ts';
import * as places from '#src/db/queries/places.ts';
import { selectQueuedComplaints } from '#src/db/queries/priority-queue.ts';
import * as preferences from '#src/db/queries/preferences.ts';
import * as providers from '#src/db/queries/providers.ts';
import * as reactions from '#src/db/queries/reactions.ts';
import * as refunds from '#src/db/queries/refunds.ts';
import * as roles from '#src/db/queries/roles.ts';
import * as scrubbing from '#src/db/queries/scrubbing.ts';
import * as slotHolds from '#src/db/queries/slot-holds.ts';
import * as staff from '#src/db/queries/staff.ts';
import * as staffSessions from '#src/db/queries/staff-sessions.ts';
import * as turns from '#src/db/queries/turns.ts';
import * as users from '#src/db/queries/users.ts';
import * as table from '#src/db/schema/index.ts';
import type { Facts } from './hot-facts.ts';

type Run = (tx: Transaction, facts: Facts) => Promise<unknown>;
/** With the number of rows that it may read, where it is another than usual. */
export type HotQuery = Run | { run: Run; mostRowsRead: number };

const page = 21;

const bySearch =
  (text: string): Run =>
  (tx, { companyId }) =>
    complaints.selectComplaints(tx, { companyId, text }, { by: 'createdAt', descending: true }, page);

/** What requests and jobs ask, by "function" or "function: case": each with arguments as a busy day brings them. */
export const HOT_QUERIES: Record<string, HotQuery> = {
  selectCompany: (tx, f) => selectCompany(tx, f.companyId),

  selectUserByEmail: (tx, f) => users.selectUserByEmail(tx, f.companyId, f.user.email),
  selectStaffRole: (tx, f) => users.selectStaffRole(tx, f.agentId),
  selectUser: (tx, f) => users.selectUser(tx, f.companyId, f.user.id),
  updateLastLogin: (tx, f) => users.updateLastLogin(tx, { ...f.user, companyId: f.companyId, passwordHash: '' }, f.now),
  moveHolds: (tx, f) => users.moveHolds(tx, { companyId: f.companyId, guestId: f.guestId, userId: f.user.id }),
  selectAccount: (tx, f) => users.selectAccount(tx, f.companyId, f.user.id),
  lockAccount: (tx, f) => users.lockAccount(tx, f.companyId, f.user.id),
  updateAccount: (tx, f) => users.updateAccount(tx, f.companyId, f.user.id, { lastLoginAt: f.now }),
  selectTakenContacts: (tx, f) => users.selectTakenContacts(tx, f.companyId, f.user),

  lockRefreshToken: (tx, f) => accounts.lockRefreshToken(tx, f.companyId, f.tokenHash),
  markRefreshTokenUsed: (tx, f) => accounts.markRefreshTokenUsed(tx, f.companyId, f.tokenId, f.now),
  revokeSessionsOf: (tx, f) => accounts.revokeSessionsOf(tx, { companyId: f.companyId, userId: f.user.id }, f.now),
  isFamilyRevoked: (tx, f) => accounts.isFamilyRevoked(tx, f.familyId),
  touchStaffSession: (tx, f) =>
    accounts.touchStaffSession(tx, { companyId: f.companyId, id: f.familyId, lastSeenAt: f.now, expiresAt: f.days(9) }),
  lockAccountToken: (tx, f) =>
    accounts.lockAccountToken(tx, { companyId: f.companyId, purpose: 'email_verification', tokenHash: f.tokenHash }),
  selectOpenAccountTokens: (tx, f) =>
    accounts.selectOpenAccountTokens(tx, { companyId: f.companyId, userId: f.user.id, purpose: 'email_verification' }),
  selectTokenTimes: (tx, f) =>
    accounts.selectTokenTimes(tx, {
      ...{ companyId: f.companyId, userId: f.user.id, purpose: 'email_verification' },
      since: f.days(-1),
    }),
  countWrongGuess: (tx, f) => accounts.countWrongGuess(tx, f.companyId, f.tokenId),
  voidAccountTokens: (tx, f) =>
    accounts.voidAccountTokens(
      tx,
      { companyId: f.companyId, userId: f.user.id, purposes: ['email_verification'] },
      f.now,
    ),
  countOpenBookings: (tx, f) => accounts.countOpenBookings(tx, { companyId: f.companyId, userId: f.user.id }),

  selectAddressesOfUser: (tx, f) => addresses.selectAddressesOfUser(tx, f.companyId, f.user.id),
  selectAddress: (tx, f) => addresses.selectAddress(tx, f.companyId, f.user.id, f.addressId),
  updateAddressRow: (tx, f) =>
    addresses.updateAddressRow(tx, { companyId: f.companyId, userId: f.user.id, id: f.addressId }, { label: 'Home' }),
  updateDefaultAddress: (tx, f) => addresses.updateDefaultAddress(tx, f.companyId, f.user.id, f.addressId),

  selectCatalogue: (tx, f) => catalogue.selectCatalogue(tx, f.companyId),
  selectRateCards: (tx, f) => catalogue.selectRateCards(tx, { companyId: f.companyId, limit: page }),
  lockRateCard: (tx, f) => catalogue.lockRateCard(tx, f.companyId, f.card.id),
  updateRateCard: async (tx, f) => {
    const row = await catalogue.lockRateCard(tx, f.companyId, f.card.id);
    if (row) await catalogue.updateRateCard(tx, row);
  },
  'selectServiceCounts: of the company': {
    run: (tx, f) => catalogue.selectServiceCounts(tx, { companyId: f.companyId, bookings: 2_000 }),
    mostRowsRead: 20_000,
  },
  'selectServiceCounts: of a customer': (tx, f) =>
    catalogue.selectServiceCounts(tx, { companyId: f.companyId, userId: f.user.id, bookings: 50 }),

  selectPincode: (tx, f) => places.selectPincode(tx, f.pincode),
  selectCities: (tx) => places.selectCities(tx),
  isServed: (tx, f) => places.isServed(tx, f.companyId, f.card.id, f.pincode),
  'selectServedPincodes: around a place': {
    run: (tx, f) =>
      places.selectServedPincodes(
        tx,
        f.companyId,
        { latitude: 12.9352, longitude: 77.6245, kilometres: 25 },
        f.card.id,
      ),
    mostRowsRead: 8_000,
  },
  'selectServedPincodes: that begin alike': {
    run: (tx, f) => places.selectServedPincodes(tx, f.companyId, { prefix: '5600' }),
    mostRowsRead: 8_000,
  },
  selectServicesAt: { run: (tx, f) => places.selectServicesAt(tx, f.companyId, f.pincode), mostRowsRead: 8_000 },
  'selectServicesAt: of some': (tx, f) => places.selectServicesAt(tx, f.companyId, f.pincode, [f.card.id, 'rc_none']),
  selectKnownPincodes: (tx, f) => places.selectKnownPincodes(tx, [f.pincode, '560034']),

  selectProvidersDoing: (tx, f) =>
    slotHolds.selectProvidersDoing(tx, {
      companyId: f.companyId,
      subcategoryIds: [f.card.subcategoryId],
      pincode: f.pincode,
    }),
  selectTakenHours: {
    run: async (tx, f) => {
      const { companyId, pincode, card } = f;
      const subcategoryIds = [card.subcategoryId];
      const found = await slotHolds.selectProvidersDoing(tx, { companyId, subcategoryIds, pincode });
      const providerIds = found.map((provider) => provider.id);
      await slotHolds.selectTakenHours(tx, { providerIds, from: f.days(-7), to: f.days(7), now: f.now });
    },
    mostRowsRead: 5_000,
  },
  deleteExpiredHolds: (tx, f) => slotHolds.deleteExpiredHolds(tx, f.providerId, [f.days(1), f.days(2)], f.now),
  lockHold: (tx, f) => slotHolds.lockHold(tx, f.holdId),
  selectHold: (tx, f) => slotHolds.selectHold(tx, f.companyId, f.holdId),
  bookHold: (tx, f) => slotHolds.bookHold(tx, f.holdId, f.booking.id),
  deleteHold: (tx, f) => slotHolds.deleteHold(tx, f.holdId, f.user.id),
  deleteHoursOfBooking: (tx, f) => slotHolds.deleteHoursOfBooking(tx, f.booking.id),
  'deleteHoursOfBooking: the last': (tx, f) => slotHolds.deleteHoursOfBooking(tx, f.booking.id, f.now),

  'selectBooking: by number': (tx, f) =>
    bookings.selectBooking(tx, { companyId: f.companyId, ref: f.booking.number, onlyOf: f.booking.userId }),
  'selectBooking: by id': (tx, f) => bookings.selectBooking(tx, { companyId: f.companyId, ref: f.booking.id }),
  lockBooking: (tx, f) => bookings.lockBooking(tx, { companyId: f.companyId, ref: f.booking.number }),
  updateBooking: (tx, f) => bookings.updateBooking(tx, f.booking, { notes: null }),
  'selectBookings: of a customer': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, onlyOf: f.user.id, limit: page },
      sort: { by: 'startsAt', descending: true },
    }),
  'selectBookings: of a customer, latest made': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, onlyOf: f.user.id, limit: page },
      sort: { by: 'createdAt', descending: true },
    }),
  'selectBookings: of all, second page': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, limit: page, sort: { by: 'startsAt', descending: true } },
      after: { at: f.booking.startsAt, id: f.booking.id },
    }),
  'selectBookings: of all, latest made': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, limit: page, sort: { by: 'createdAt', descending: true } },
      after: { at: f.booking.createdAt, id: f.booking.id },
    }),
  'selectBookings: cancelled, oldest first': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, limit: page, sort: { by: 'startsAt', descending: false } },
      statuses: ['cancelled'],
    }),
  'selectBookings: at a place in a week': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, limit: page, sort: { by: 'startsAt', descending: true } },
      ...{ pincode: f.pincode, from: f.days(-14), to: f.days(14) },
    }),
  'selectBookings: by the start of a number': (tx, f) =>
    bookings.selectBookings(tx, {
      ...{ companyId: f.companyId, limit: page, sort: { by: 'startsAt', descending: true } },
      numberPrefix: f.booking.number.slice(0, 6),
    }),
  selectBookingByHold: (tx, f) => bookings.selectBookingByHold(tx, f.companyId, f.booking.holdId),
  selectItemsOfBooking: (tx, f) => bookings.selectItemsOfBooking(tx, f.booking.id),
  cancelItemsOfBooking: (tx, f) =>
    bookings.cancelItemsOfBooking(tx, {
      ...{ bookingId: f.booking.id, itemIds: ['itm_1', 'itm_2'], refundId: 'rfd_1', cancelledAt: f.now },
    }),
  selectSubcategoriesOfBooking: (tx, f) => bookings.selectSubcategoriesOfBooking(tx, f.booking.id),
  addProviderRating: (tx, f) =>
    bookings.addProviderRating(tx, { companyId: f.companyId, providerId: f.providerId, rating: 5 }),
  addProviderJob: (tx, f) => bookings.addProviderJob(tx, { companyId: f.companyId, providerId: f.providerId }),

  selectRefundsOfBooking: (tx, f) =>
    refunds.selectRefundsOfBooking(tx, { companyId: f.companyId, bookingId: f.booking.id }),
  'selectRefunds: of a customer': (tx, f) =>
    refunds.selectRefunds(tx, { companyId: f.companyId, onlyOf: f.refundOf, limit: page }),
  'selectRefunds: of all': (tx, f) => refunds.selectRefunds(tx, { companyId: f.companyId, limit: page }),
  'selectRefunds: approved, second page': (tx, f) =>
    refunds.selectRefunds(tx, {
      ...{ companyId: f.companyId, status: 'approved', limit: page },
      after: { at: f.days(-20), id: f.refund.id },
    }),
  selectRefund: (tx, f) => refunds.selectRefund(tx, { companyId: f.companyId, id: f.refund.id, onlyOf: f.refundOf }),
  lockRefund: (tx, f) => refunds.lockRefund(tx, f.companyId, f.refund.id),
  decideRefund: (tx, f) =>
    refunds.decideRefund(tx, f.refund, {
      ...{ status: 'rejected', decidedBy: f.agentId, decidedAt: f.now, decisionReason: 'Paid back' },
    }),

  'selectProviders: best rated': (tx, f) =>
    providers.selectProviders(tx, {
      ...{ companyId: f.companyId, status: 'active', limit: page },
      sort: { by: 'rating', descending: true },
    }),
  'selectProviders: with most jobs, second page': (tx, f) =>
    providers.selectProviders(tx, {
      ...{ companyId: f.companyId, status: 'active', limit: page },
      ...{ sort: { by: 'jobs', descending: true }, after: { value: 40, id: f.providerId } },
    }),
  'selectProviders: by name in a city': (tx, f) =>
    providers.selectProviders(tx, {
      ...{ companyId: f.companyId, status: 'active', limit: page, city: f.city },
      sort: { by: 'name', descending: false },
    }),
  'selectProviders: for a service at a place': (tx, f) =>
    providers.selectProviders(tx, {
      ...{ companyId: f.companyId, status: 'active', limit: page, pincode: f.pincode },
      ...{ subcategoryId: f.card.subcategoryId, sort: { by: 'rating', descending: true } },
    }),
  'selectProviders: for a service anywhere': {
    // By rating, along the index, until a page of those who do it is full: more for a rare service.
    run: (tx, f) =>
      providers.selectProviders(tx, {
        ...{ companyId: f.companyId, status: 'active', limit: page },
        ...{ subcategoryId: f.card.subcategoryId, sort: { by: 'rating', descending: true } },
      }),
    mostRowsRead: 8_000,
  },
  selectProvider: (tx, f) => providers.selectProvider(tx, f.companyId, f.providerId),
  lockProvider: (tx, f) => providers.lockProvider(tx, f.companyId, f.providerId),
  updateProviderStatus: (tx, f) =>
    providers.updateProviderStatus(tx, { companyId: f.companyId, id: f.providerId, status: 'paused', at: f.now }),
  selectSkills: (tx, f) => providers.selectSkills(tx, [f.providerId]),
  selectAreas: (tx, f) => providers.selectAreas(tx, f.providerId),
  deleteSkills: (tx, f) => providers.deleteSkills(tx, f.providerId, [f.card.subcategoryId]),
  deleteAreas: (tx, f) => providers.deleteAreas(tx, f.providerId, [f.pincode]),
  renewProviderServices: (tx, f) => providers.renewProviderServices(tx, f.providerId),
  selectReviews: (tx, f) =>
    providers.selectReviews(tx, { companyId: f.companyId, providerId: f.providerId, limit: page }),

  'selectConversations: of a customer': (tx, f) =>
    conversations.selectConversations(tx, { companyId: f.companyId, owner: f.owner, limit: page }),
  'selectConversations: of a guest': (tx, f) =>
    conversations.selectConversations(tx, { companyId: f.companyId, owner: { guestId: f.guestId }, limit: page }),
  hasConversation: (tx, f) =>
    conversations.hasConversation(tx, { companyId: f.companyId, owner: f.owner, conversationId: f.conversation.id }),
  selectNewestThread: (tx, f) =>
    conversations.selectNewestThread(tx, {
      ...{ companyId: f.companyId, owner: f.owner, id: f.conversation.id, prefix: f.conversation.id.slice(0, 14) },
    }),
  'selectConversations: of a customer, searched': (tx, f) =>
    conversations.selectConversations(tx, { companyId: f.companyId, owner: f.owner, text: 'gas', limit: page }),
  selectConversation: (tx, f) =>
    conversations.selectConversation(tx, { companyId: f.companyId, owner: f.owner, conversationId: f.conversation.id }),
  updateConversation: (tx, f) =>
    conversations.updateConversation(
      tx,
      { companyId: f.companyId, owner: f.owner, conversationId: f.conversation.id },
      { title: 'Another', updatedAt: f.now },
    ),
  selectMessagesBefore: (tx, f) =>
    messages.selectMessagesBefore(tx, {
      ...{ conversationId: f.conversation.id, reactionsOf: f.owner.userId, beforeSeq: 40, limit: page },
    }),
  selectMessagesAfter: (tx, f) =>
    messages.selectMessagesAfter(tx, { conversationId: f.conversation.id, afterSeq: 2, withNotes: true, limit: 200 }),
  selectSpeaker: (tx, f) =>
    messages.selectSpeaker(tx, { companyId: f.companyId, conversationId: f.conversation.id, owner: f.owner }),
  selectOwnMessage: (tx, f) =>
    messages.selectOwnMessage(tx, {
      ...{ companyId: f.companyId, owner: { userId: f.reaction.ownerId }, messageId: f.reaction.messageId },
    }),
  selectTurnIdsFrom: (tx, f) => messages.selectTurnIdsFrom(tx, { conversationId: f.conversation.id, fromSeq: 1 }),
  selectCheckpointBefore: (tx, f) =>
    messages.selectCheckpointBefore(tx, { conversationId: f.conversation.id, seq: 1_000 }),
  replaceMessagesFrom: (tx, f) =>
    messages.replaceMessagesFrom(tx, { conversationId: f.conversation.id, fromSeq: 1, at: f.now }),
  selectLastSaid: (tx, f) => messages.selectLastSaid(tx, f.conversation.id, 20),
  deleteReaction: (tx, f) => reactions.deleteReaction(tx, { companyId: f.companyId, ...f.reaction }),
  moveReactions: (tx, f) =>
    reactions.moveReactions(tx, {
      ...{ conversationIds: [f.reaction.conversationId], guestId: f.reaction.ownerId, userId: f.user.id },
    }),
  removeReasons: (tx, f) => reactions.removeReasons(tx, [f.reaction.conversationId]),
  countReactions: (tx, f) =>
    reactions.countReactions(tx, { companyId: f.companyId, dayStarts: [f.days(-2), f.days(-1)], before: f.days(0) }),
  selectOpenHandoff: (tx, f) => handoffs.selectOpenHandoff(tx, f.companyId, f.handoff.conversationId),
  lockHandoff: (tx, f) => handoffs.lockHandoff(tx, f.companyId, f.handoff.id),
  selectHandoff: (tx, f) => handoffs.selectHandoff(tx, f.companyId, f.handoff.id),
  updateHandoff: (tx, f) =>
    handoffs.updateHandoff(tx, { companyId: f.companyId, id: f.handoff.id }, { score: 60, updatedAt: f.now }),
  selectOpenHandoffs: (tx, f) =>
    handoffs.selectOpenHandoffs(tx, { companyId: f.companyId, status: 'waiting', limit: page }),
  selectEndedHandoffs: (tx, f) => handoffs.selectEndedHandoffs(tx, { companyId: f.companyId, limit: page }),
  endHandoffOf: (tx, f) =>
    handoffs.endHandoffOf(tx, { companyId: f.companyId, conversationId: f.handoff.conversationId, at: f.now }),
  takeHiddenPlace: (tx, f) => handoffs.takeHiddenPlace(tx, f.companyId, f.conversation.id),
  selectRunningTurn: (tx, f) => conversations.selectRunningTurn(tx, f.conversation.id),
  moveConversations: (tx, f) =>
    conversations.moveConversations(tx, { companyId: f.companyId, guestId: f.guestId, userId: f.user.id }),
  lockConversation: (tx, f) =>
    turns.lockConversation(tx, { companyId: f.companyId, owner: f.owner, conversationId: f.conversation.id }),
  takePlace: (tx, f) =>
    turns.takePlace(tx, { companyId: f.companyId, owner: f.owner, conversationId: f.conversation.id }, new Date()),
  insertTurnIfFree: (tx, f) =>
    turns.insertTurnIfFree(tx, {
      ...{ id: 'trn_hot', companyId: f.companyId, conversationId: f.handoff.conversationId },
      ...{ status: 'running', startedAt: new Date() },
    }),
  setTurnRunning: (tx, f) => turns.setTurnRunning(tx, { id: f.turnId, owner: 'prc_hot' }),
  changeTurnOwner: (tx, f) =>
    turns.changeTurnOwner(
      tx,
      {
        ...{ id: f.turnId, companyId: f.companyId, conversationId: f.conversation.id, startedAt: f.now },
        ...{ status: 'running', attempt: 1, owner: 'prc_hot' },
      },
      'prc_new',
    ),
  selectEffect: (tx, f) => events.selectEffect(tx, { companyId: f.companyId, effectKey: f.effect.key }),
  selectEffectsOfTurn: (tx, f) =>
    events.selectEffectsOfTurn(tx, {
      ...{ companyId: f.companyId, turnId: f.effect.turnId },
      types: ['booking.created', 'booking.cancelled'],
    }),
  selectOpenTurnsOf: (tx, f) => turns.selectOpenTurnsOf(tx, f.conversation.id),
  selectOpenTurns: (tx) => turns.selectOpenTurns(tx, 1_000),
  endTurn: (tx, f) => turns.endTurn(tx, { id: f.turnId }, { status: 'failed', finishedAt: new Date() }),
  finishRunningTurn: (tx, f) =>
    turns.finishRunningTurn(
      tx,
      { id: f.turnId, conversationId: f.conversation.id, attempt: 1 },
      { latencyMs: 1, checkpointId: null, sentiment: 0, at: new Date() },
    ),
  selectTurnToRun: (tx, f) => turns.selectTurnToRun(tx, f.turnId),
  selectTurnWithAnswer: (tx, f) => turns.selectTurnWithAnswer(tx, { companyId: f.companyId, turnId: f.turnId }),
  selectTurn: (tx, f) => turns.selectTurn(tx, { companyId: f.companyId, owner: f.owner, turnId: f.turnId }),

  'lockComplaint: by id': (tx, f) =>
    complaints.lockComplaint(tx, { companyId: f.companyId, ref: { id: f.complaint.id } }),
  'selectComplaint: by number': (tx, f) =>
    complaints.selectComplaint(tx, {
      ...{ companyId: f.companyId, ref: { number: f.complaint.number } },
      onlyOf: f.complaint.userId,
    }),
  saveComplaint: (tx, f) => complaints.saveComplaint(tx, f.complaint.id, { priorityScore: 50 }),
  countComplaintsOf: (tx, f) =>
    complaints.countComplaintsOf(tx, {
      ...{ companyId: f.companyId, userId: f.complaint.userId },
      ...{ since: f.days(-30), before: f.now },
    }),
  selectBookingOf: (tx, f) =>
    complaints.selectBookingOf(tx, {
      ...{ companyId: f.companyId, userId: f.booking.userId },
      ref: { number: f.booking.number },
    }),
  'selectComplaints: of a customer': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId, userId: f.complaint.userId },
      { by: 'createdAt', descending: true },
      page,
    ),
  'selectComplaints: open ones by priority': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId, status: 'in_progress' },
      { by: 'priority', descending: true },
      page,
    ),
  'selectComplaints: of all by priority, second page': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId },
      { by: 'priority', descending: true, after: { value: 60, id: f.complaint.id } },
      page,
    ),
  'selectComplaints: latest of all': (tx, f) =>
    complaints.selectComplaints(tx, { companyId: f.companyId }, { by: 'createdAt', descending: true }, page),
  'selectComplaints: closed, by due time': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId, status: 'closed' },
      { by: 'resolutionDueAt', descending: false },
      page,
    ),
  'selectComplaints: of one of the staff': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId, assignedTo: f.agentId },
      { by: 'createdAt', descending: true },
      page,
    ),
  'selectComplaints: overdue': (tx, f) =>
    complaints.selectComplaints(
      tx,
      { companyId: f.companyId, overdue: { is: true, now: f.now } },
      { by: 'resolutionDueAt', descending: false },
      page,
    ),
  'selectComplaints: by rare words': { run: bySearch('burning smell'), mostRowsRead: 12_000 },
  'selectComplaints: by a frequent word': { run: bySearch('technician'), mostRowsRead: 12_000 },
  'selectComplaints: by words of name and description': { run: bySearch('priya ac leak'), mostRowsRead: 12_000 },
  'selectComplaints: by the start of a number': {
    run: (tx, f) => bySearch(f.complaint.number.slice(0, 6))(tx, f),
    mostRowsRead: 12_000,
  },
  searchComplaints: {
    run: (tx, { companyId }) => {
      const [within, orderBy] = [eq(table.complaints.companyId, companyId), [desc(table.complaints.createdAt)]];
      return searchComplaints(tx, { companyId, text: 'xyzzy', within, where: within, orderBy, limit: page });
    },
    mostRowsRead: 12_000,
  },
  selectOverdueComplaints: (tx, f) =>
    complaints.selectOverdueComplaints(tx, {
      ...{ companyId: f.companyId, now: f.now, belowLevel: 3, afterId: '', limit: 100 },
    }),
  selectLastEscalation: (tx, f) => selectLastEscalation(tx, { companyId: f.companyId, complaintId: f.complaint.id }),
  selectLatestUpdates: (tx, f) => selectLatestUpdates(tx, { companyId: f.companyId, complaintIds: [f.complaint.id] }),
  selectComplaintUpdate: async (tx, f) => {
    const { id, complaintId } = table.complaintUpdates;
    const [update] = await tx
      .select({ id })
      .from(table.complaintUpdates)
      .where(eq(complaintId, f.complaint.id))
      .limit(1);
    await selectComplaintUpdate(tx, f.companyId, update?.id ?? '');
  },
  selectComplaintUpdates: (tx, f) =>
    selectComplaintUpdates(tx, {
      ...{ companyId: f.companyId, complaintId: f.complaint.id, withInternal: true, limit: page },
    }),
  'selectComplaintFigures: of a week': {
    run: (tx, f) =>
      selectComplaintFigures(
        tx,
        { companyId: f.companyId, from: f.days(-7), before: f.now, now: f.now },
        { by: 'category' },
      ),
    mostRowsRead: 12_000,
  },
  selectStaffInRoles: (tx, f) => selectStaffInRoles(tx, { companyId: f.companyId, roles: ['team_lead', 'admin'] }),
  selectAssignee: (tx, f) =>
    selectAssignee(tx, { companyId: f.companyId, userId: f.agentId, permission: 'complaints.update' }),
  'selectQueuedComplaints: claimed': (tx, f) =>
    selectQueuedComplaints(tx, { companyId: f.companyId, status: 'claimed', limit: page }),
  'selectQueuedComplaints: all, second page': (tx, f) =>
    selectQueuedComplaints(tx, { companyId: f.companyId, after: { score: 80, id: '' }, limit: page }),

  'selectActivity: latest of all': (tx, f) => selectActivity(tx, { companyId: f.companyId, limit: page }),
  'selectActivity: of one of the staff': (tx, f) =>
    selectActivity(tx, { companyId: f.companyId, userId: f.agentId, limit: page }),
  'selectActivity: on a thing': (tx, f) =>
    selectActivity(tx, {
      ...{ companyId: f.companyId, limit: page },
      ...{ subjectType: f.activity.subjectType, subjectId: f.activity.subjectId },
    }),
  selectStaffPage: (tx, f) =>
    staff.selectStaffPage(tx, {
      ...{ companyId: f.companyId, status: 'waiting', role: undefined, q: undefined, beforeId: undefined },
      limit: page,
    }),
  selectStaffAccount: (tx, f) => staff.selectStaffAccount(tx, f.companyId, f.agentId),
  lockAccounts: (tx, f) => staff.lockAccounts(tx, f.companyId, [f.agentId, f.user.id]),
  updateStaff: (tx, f) => staff.updateStaff(tx, f.agentId, { status: 'suspended', updatedAt: f.now }),
  updateOpsAccount: (tx, f) =>
    staff.updateOpsAccount(tx, f.agentId, { status: 'suspended', version: 2, updatedAt: f.now }),
  selectRoles: (tx, f) => roles.selectRoles(tx, f.companyId),
  selectRole: (tx, f) => roles.selectRole(tx, f.companyId, 'team_lead'),
  countHolders: (tx, f) => roles.countHolders(tx, f.companyId),
  lockRole: (tx, f) => roles.lockRole(tx, f.companyId, 'team_lead'),
  changeRolePermissions: async (tx, f) => {
    const role = await roles.selectRole(tx, f.companyId, 'team_lead');
    if (role) await roles.changeRolePermissions(tx, role.id, { added: [], removed: ['bookings.view'], at: f.now });
  },
  'selectStaffSessions: of all': (tx, f) =>
    staffSessions.selectStaffSessions(tx, {
      ...{ companyId: f.companyId, userId: undefined, now: f.now, beforeId: undefined, limit: page },
    }),
  'selectStaffSessions: of one': (tx, f) =>
    staffSessions.selectStaffSessions(tx, {
      ...{ companyId: f.companyId, userId: f.user.id, now: f.now, beforeId: undefined, limit: page },
    }),
  selectStaffSession: (tx, f) => staffSessions.selectStaffSession(tx, f.companyId, f.familyId),

  selectAttachment: (tx, f) => attachments.selectAttachment(tx, f.companyId, f.attachment.id),
  lockAttachment: (tx, f) => attachments.lockAttachment(tx, f.companyId, f.attachment.id),
  selectAttachmentsOf: (tx, f) =>
    attachments.selectAttachmentsOf(tx, {
      companyId: f.companyId,
      ownerId: f.attachment.ownerId,
      ids: [f.attachment.id],
    }),
  selectComplaintAttachments: (tx, { companyId, attachment: { complaintId } }) =>
    attachments.selectComplaintAttachments(tx, { companyId, complaintId }),
  addToComplaint: (tx, { companyId, attachment: { id, ...rest } }) =>
    attachments.addToComplaint(tx, { companyId, ...rest, ids: [id] }),
  markAttachmentDeleted: (tx, f) =>
    attachments.markAttachmentDeleted(tx, { companyId: f.companyId, id: f.attachment.id, at: f.now }),
  markAttachmentsOfDeleted: (tx, f) =>
    attachments.markAttachmentsOfDeleted(tx, { companyId: f.companyId, ownerId: f.attachment.ownerId, at: f.now }),
  moveAttachments: (tx, f) =>
    attachments.moveAttachments(tx, { companyId: f.companyId, guestId: f.guestId, userId: f.user.id }),

  selectPreferences: (tx, f) => preferences.selectPreferences(tx, f.companyId, f.user.id),
  upsertPreferences: (tx, f) => preferences.upsertPreferences(tx, f.companyId, f.user.id, {}),
  deletePreferences: (tx, f) => preferences.deletePreferences(tx, f.companyId, f.user.id),

  selectIdempotencyKey: (tx, f) => idempotencyKeys.selectIdempotencyKey(tx, f.idempotencyKey),
  completeIdempotencyKey: (tx, f) =>
    idempotencyKeys.completeIdempotencyKey(tx, f.idempotencyKey, { status: 201, response: {}, expiresAt: f.days(1) }),
  deleteIdempotencyKey: (tx, f) => idempotencyKeys.deleteIdempotencyKey(tx, f.idempotencyKey),

  selectCompanies: (tx) => selectCompanies(tx),
  selectCompaniesToScrub: (tx, f) => scrubbing.selectCompaniesToScrub(tx, f.days(-30)),
  selectUsersToScrub: (tx, f) =>
    scrubbing.selectUsersToScrub(tx, { companyId: f.companyId, deletedBefore: f.days(-30), limit: 100 }),
  lockUserToScrub: (tx, f) =>
    scrubbing.lockUserToScrub(tx, { companyId: f.companyId, userId: f.deletedUserId, deletedBefore: f.days(-30) }),
  scrubUser: (tx, f) => scrubbing.scrubUser(tx, { companyId: f.companyId, userId: f.deletedUserId, at: f.now }),
};
