import type { Database } from '#src/db/client.ts';
import { conversations, messages, users } from '#src/db/schema/index.ts';
import { newId } from '#src/ids.ts';
import { createTestCompany, type TestCompany, type TestCustomer } from '#seeds/test-company.ts';

export interface TestAccounts extends TestCompany {
  companyId: string;
  other: TestCustomer;
  admin: TestCustomer;
}

/** A company of its own for a suite, with two customers and an administrator. */
export async function createTestAccounts(db: Database): Promise<TestAccounts> {
  const test = await createTestCompany(db, { customers: 2, providers: 1 });
  const [customer, other] = test.customers;
  const row = await db.query.users.findFirst({ where: (u, { eq }) => eq(u.id, test.customer.id) });
  if (!customer || !other || !row) throw new Error('The test company has two customers.');
  const companyId = test.company.id;
  const admin = { ...customer, id: newId('user'), name: 'Admin', email: `admin@${companyId}.example`, addresses: [] };
  const { id, name, email } = admin;
  await db.insert(users).values({ ...row, id, name, email, phone: '+911000000000', role: 'ops' });
  return { ...test, companyId, customer, other, admin };
}

/** A conversation with these messages, the customer's and the assistant's in turn. */
export async function createTestConversation(
  db: Database,
  companyId: string,
  owner: { userId: string } | { guestId: string },
  texts: string[] = ['Hello', 'How can I help?'],
): Promise<string> {
  const id = newId('conversation');
  const now = new Date();
  const [title = ''] = texts;
  await db
    .insert(conversations)
    .values({ id, companyId, ...owner, title, messageCount: texts.length, lastMessageAt: now });
  const rows = texts.map((text, index) => ({
    id: newId('message'),
    companyId,
    conversationId: id,
    seq: index + 1,
    role: index % 2 === 0 ? ('user' as const) : ('assistant' as const),
    text,
    createdAt: now,
  }));
  if (rows.length > 0) await db.insert(messages).values(rows);
  return id;
}
