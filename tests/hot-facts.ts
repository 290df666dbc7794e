import type { Connection, RowDataPacket } from 'mysql2/promise';
import { COMPANY_ID } from '#seeds/generate/company.ts';

export const SEED_DATE = '2026-11-20';
/** Noon of the seed date in India. */
const NOW = new Date(`${SEED_DATE}T06:30:00Z`);

/**
 * What only requests write, and no seed: sign-ins, tokens, keys, some closed accounts. From the seed's users, so that these
 * tables are as large as theirs.
 */
export async function addTraffic(connection: Connection): Promise<void> {
  const statements = [
    `update users set status = 'deleted', deleted_at = created_at + interval 5 day
     where role = 'customer' and id like '%7'`,
    `insert into refresh_tokens (id, company_id, user_id, family_id, token_hash, expires_at, created_at)
     select replace(id, 'usr_', 'rft_'), company_id, id, replace(id, 'usr_', 'sgn_'), left(sha2(id, 256), 43),
       '2026-12-20', '2026-11-19' from users`,
    `insert into account_tokens (id, company_id, user_id, purpose, token_hash, expires_at, created_at)
     select replace(id, 'usr_', 'rft_'), company_id, id, 'email_verification', left(sha2(id, 256), 43),
       '2026-11-21', '2026-11-20' from users`,
    `insert into staff_sessions (id, company_id, user_id, last_seen_at, expires_at, created_at)
     select replace(id, 'usr_', 'sgn_'), company_id, id, '2026-11-19', '2026-12-20', '2026-11-19' from users`,
    `insert into idempotency_keys (company_id, actor_id, idempotency_key, route, body_hash, expires_at, created_at)
     select company_id, id, 'key-1', 'POST /api/v1/bookings', left(sha2(id, 256), 43), '2026-11-21', '2026-11-20'
       from users`,
    // Every tenth conversation was with a person; of these every tenth still is, or waits for one.
    `insert into handoffs (id, company_id, conversation_id, open_key, reason, status, score, summary, taken_by, created_at, updated_at)
     select replace(id, 'ses_', 'hnd_'), company_id, id, if(id like '%00', id, null), 'customer_asked',
       if(id like '%000', 'active', if(id like '%00', 'waiting', 'ended')), 50, 'Wants a person',
       null, last_message_at, last_message_at from conversations where id like '%0'`,
    `insert ignore into priority_queue (id, company_id, subject_type, subject_id, priority_score, summary, status, done_at)
     select replace(id, 'hnd_', 'que_'), company_id, 'conversation', conversation_id, score, summary,
       if(status = 'ended', 'done', 'waiting'), if(status = 'ended', updated_at, null) from handoffs`,
    `insert into message_reactions (id, company_id, message_id, owner_id, value, created_at, updated_at)
     select replace(m.id, 'msg_', 'rct_'), m.company_id, m.id, coalesce(c.user_id, c.guest_id),
       if(m.id like '%1', 'down', 'up'), m.created_at, m.created_at
     from messages m join conversations c on c.id = m.conversation_id where m.role = 'assistant' and m.seq % 4 = 2`,
    // The busiest customer's last turn still runs; what the assistant has booked has a key.
    `update turns set status = 'running', owner = 'prc_hot' where id = (select id from (
       select t.id from turns t join (
         select id from conversations where user_id is not null order by message_count desc, id limit 1
       ) c on c.id = t.conversation_id order by t.id desc limit 1) last)`,
    `update events set effect_key = sha2(id, 256) where type = 'booking.created'`,
    `insert into attachments (id, company_id, owner_id, complaint_id, name, content_type, bytes)
     select replace(id, 'cpl_', 'att_'), company_id, user_id, id, 'tap.png', 'image/png', 1000 from complaints`,
    `insert into memories (namespace, \`key\`, value)
     select concat('companies.', company_id, '.customers.', id, '.'), 'preferences', '{}' from users`,
    'analyze table memories, attachments, handoffs, priority_queue, message_reactions, turns, events',
    'analyze table users, refresh_tokens, account_tokens, staff_sessions, idempotency_keys',
  ];
  for (const statement of statements) await connection.query(statement);
}

export type Facts = Awaited<ReturnType<typeof pickFacts>>;

/** What requests would name: people and things with more than the usual around them. */
export async function pickFacts(connection: Connection) {
  async function pick(sql: string): Promise<RowDataPacket> {
    const [[row]] = await connection.query<RowDataPacket[]>(`${sql} limit 1`);
    if (!row) throw new Error(`The seed has nothing for: ${sql}`);
    return row;
  }
  const customer = await pick(
    `select user_id as id, count(*) as n from bookings group by user_id order by n desc, user_id`,
  );
  const booking = await pick(
    `select b.* from bookings b join booking_items i on i.booking_id = b.id
     where b.status = 'completed' and b.conversation_id is not null order by b.id desc`,
  );
  const provider = await pick(
    `select provider_id as id, count(*) as n from bookings where rating is not null group by provider_id order by n desc, provider_id`,
  );
  const place = await pick(
    'select pincode, count(*) as n from provider_pincodes group by pincode order by n desc, pincode',
  );
  const card = await pick(
    `select c.id, c.subcategory_id from rate_cards c join subcategories s on s.id = c.subcategory_id
     join rate_card_pincodes p on p.rate_card_id = c.id and p.pincode = '${place['pincode']}'
     where s.slug = 'ac-repair' and c.is_default`,
  );
  const conversation = await pick(
    'select * from conversations where user_id is not null order by message_count desc, id',
  );
  const guest = await pick('select guest_id as id from conversations where guest_id is not null order by id desc');
  const turn = await pick(`select id from turns where conversation_id = '${conversation['id']}' order by id desc`);
  const complaint = await pick(
    `select c.* from complaints c join complaint_updates u on u.complaint_id = c.id
     where u.kind = 'escalation' order by c.id desc`,
  );
  const refund = await pick('select id, booking_id from refunds order by id desc');
  const agent = await pick(
    `select s.user_id as id from staff s join roles r on r.id = s.role_id where r.slug = 'support_agent'`,
  );
  const user = await pick(`select id, email, phone from users where id = '${customer['id']}'`);
  const address = await pick(`select id, user_id from addresses where user_id = '${customer['id']}'`);
  const token = await pick(`select id, family_id, token_hash from refresh_tokens where user_id = '${user['id']}'`);
  const deleted = await pick(
    `select u.id from users u join bookings b on b.user_id = u.id
     where u.status = 'deleted' and u.id in (select user_id from complaints) order by u.id`,
  );
  const activity = await pick('select subject_type, subject_id from staff_activity_log order by id desc');
  const { city } = await pick(`select city from pincodes where pincode = '${place['pincode']}'`);
  const refunded = await pick(`select user_id as id from bookings where id = '${refund['booking_id']}'`);
  const handoff = await pick(`select * from handoffs where status = 'waiting' order by id`);
  const reaction = await pick(
    `select r.*, m.conversation_id, m.seq from message_reactions r join messages m on m.id = r.message_id order by r.id desc`,
  );
  const attachment = await pick('select * from attachments order by id desc');
  const effect = await pick(`select * from events where effect_key is not null and turn_id is not null`);
  const hold = await pick(`select hold_id as id from slot_holds order by booking_id desc`);
  return {
    companyId: COMPANY_ID,
    now: NOW,
    days: (count: number) => new Date(NOW.getTime() + count * 86_400_000),
    user: { id: String(user['id']), email: String(user['email']), phone: String(user['phone']) },
    addressId: String(address['id']),
    agentId: String(agent['id']),
    booking: {
      id: String(booking['id']),
      companyId: COMPANY_ID,
      number: String(booking['number']),
      userId: String(booking['user_id']),
      holdId: String(booking['hold_id']),
      version: Number(booking['version']),
      startsAt: booking['starts_at'] as Date,
      createdAt: booking['created_at'] as Date,
    },
    tokenId: String(token['id']),
    tokenHash: String(token['token_hash']),
    familyId: String(token['family_id']),
    idempotencyKey: { companyId: COMPANY_ID, actorId: String(user['id']), idempotencyKey: 'key-1' },
    deletedUserId: String(deleted['id']),
    activity: { subjectType: String(activity['subject_type']), subjectId: String(activity['subject_id']) },
    city: String(city),
    refundOf: String(refunded['id']),
    owner: { userId: String(conversation['user_id']) },
    providerId: String(provider['id']),
    pincode: String(place['pincode']),
    card: { id: String(card['id']), subcategoryId: String(card['subcategory_id']) },
    conversation: { id: String(conversation['id']) },
    attachment: {
      id: String(attachment['id']),
      ownerId: String(attachment['owner_id']),
      complaintId: String(attachment['complaint_id']),
    },
    guestId: String(guest['id']),
    turnId: String(turn['id']),
    complaint: {
      id: String(complaint['id']),
      number: String(complaint['number']),
      userId: String(complaint['user_id']),
      createdAt: complaint['created_at'] as Date,
    },
    refund: { id: String(refund['id']), bookingId: String(refund['booking_id']), companyId: COMPANY_ID },
    holdId: String(hold['id']),
    effect: { key: String(effect['effect_key']), turnId: String(effect['turn_id']) },
    handoff: { id: String(handoff['id']), conversationId: String(handoff['conversation_id']) },
    reaction: {
      messageId: String(reaction['message_id']),
      ownerId: String(reaction['owner_id']),
      conversationId: String(reaction['conversation_id']),
      seq: Number(reaction['seq']),
    },
  };
}
