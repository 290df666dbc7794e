import type { Database } from '#src/db/client.ts';
import type { Deps } from '#src/deps.ts';
import type { Permission } from '#src/permissions.ts';

/** Who acts. A guest is a visitor with a signed identity but no account. */
export type Actor =
  | { kind: 'guest'; id: string }
  | { kind: 'customer'; id: string; name: string }
  | {
      kind: 'staff';
      id: string;
      name: string;
      /** Slug of the role; null while the account waits for approval. */
      role: string | null;
      /** 1–100; 0 while waiting. Staff act on those of a lower level only. */
      level: number;
      permissions: ReadonlySet<Permission>;
    }
  | { kind: 'system' };

export interface Company {
  id: string;
  name: string;
  timeZone: string;
  currency: string;
  persona: {
    assistantName: string;
    greeting: string;
    suggestions: string[];
    supportPhone: string;
    supportEmail: string;
    supportHours: string;
  };
}

/** The first argument of every verb: who asks, for which company, with what at hand, and when. */
export interface Ctx {
  deps: Deps;
  db: Database;
  actor: Actor;
  company: Company;
  requestId: string;
  /** The instant the request is judged by. */
  now: Date;
  /** The run of a turn that acts: what it changes counts only while that run goes on. */
  turn?: { id: string; attempt: number };
}
