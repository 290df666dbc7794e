import type * as tables from '#src/db/schema/index.ts';

type RowOf<T extends { $inferSelect: unknown }> = T['$inferSelect'];

export type CompanyRow = RowOf<typeof tables.companies>;
export type UserRow = RowOf<typeof tables.users>;
export type AddressRow = RowOf<typeof tables.addresses>;
export type PincodeRow = RowOf<typeof tables.pincodes>;
export type ProviderRow = RowOf<typeof tables.providers>;
export type BookingRow = RowOf<typeof tables.bookings>;
export type BookingItemRow = RowOf<typeof tables.bookingItems>;
export type SlotHoldRow = RowOf<typeof tables.slotHolds>;
export type ConversationRow = RowOf<typeof tables.conversations>;
export type TurnRow = RowOf<typeof tables.turns>;
export type MessageRow = RowOf<typeof tables.messages>;
export type EventRow = RowOf<typeof tables.events>;
export type RoleRow = RowOf<typeof tables.roles>;
export type StaffRow = RowOf<typeof tables.staff>;
export type ComplaintRow = RowOf<typeof tables.complaints>;
export type ComplaintUpdateRow = RowOf<typeof tables.complaintUpdates>;
export type QueueRow = RowOf<typeof tables.priorityQueue>;
export type RefundRow = RowOf<typeof tables.refunds>;
export type ActivityRow = RowOf<typeof tables.staffActivityLog>;

/** All rows of a seed, table by table, in an order that foreign keys allow. */
export interface SeedRows {
  companies: CompanyRow[];
  pincodes: PincodeRow[];
  categories: RowOf<typeof tables.categories>[];
  subcategories: RowOf<typeof tables.subcategories>[];
  rateCards: RowOf<typeof tables.rateCards>[];
  rateCardPincodes: RowOf<typeof tables.rateCardPincodes>[];
  users: UserRow[];
  permissions: RowOf<typeof tables.permissions>[];
  roles: RoleRow[];
  rolePermissions: RowOf<typeof tables.rolePermissions>[];
  staff: StaffRow[];
  addresses: AddressRow[];
  providers: ProviderRow[];
  providerSubcategories: RowOf<typeof tables.providerSubcategories>[];
  providerPincodes: RowOf<typeof tables.providerPincodes>[];
  conversations: ConversationRow[];
  turns: TurnRow[];
  messages: MessageRow[];
  bookings: BookingRow[];
  bookingItems: BookingItemRow[];
  slotHolds: SlotHoldRow[];
  refunds: RefundRow[];
  complaints: ComplaintRow[];
  complaintUpdates: ComplaintUpdateRow[];
  priorityQueue: QueueRow[];
  staffActivityLog: ActivityRow[];
  events: EventRow[];
}
