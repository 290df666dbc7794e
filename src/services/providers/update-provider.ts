import type { Ctx } from '#src/context.ts';
import { inTransaction, type Transaction } from '#src/db/client.ts';
import { selectKnownPincodes } from '#src/db/queries/places.ts';
import {
  deleteAreas,
  deleteSkills,
  insertAreas,
  insertSkills,
  lockProvider,
  renewProviderServices,
  selectAreas,
  selectSkills,
  updateProviderStatus,
  type ProviderRow,
} from '#src/db/queries/providers.ts';
import { selectTakenHours } from '#src/db/queries/slot-holds.ts';
import { AppError, type FieldIssue } from '#src/errors.ts';
import { authoriseStaff } from '../authorise.ts';
import { BOOKING_POLICY } from '../bookings/policy.ts';
import { getCatalogue } from '../catalogue/get-catalogue.ts';
import { assertKey } from '../conversations/assert-key.ts';
import { parse } from '../parse.ts';
import { recordEvent } from '../record-event.ts';
import { statusProblem } from './policy.ts';
import { NO_PROVIDER, noProvider, seesAllOfProviders, withSkills } from './provider-view.ts';
import type { ProviderDetail } from './get-provider.ts';
import { UpdateProviderInput } from './schemas.ts';

const DAY_MS = 86_400_000;

/**
 * Changes a professional's state, skills and areas. What is booked stays as it is.
 * @param version the one that the changes were made on
 * @throws AppError unauthenticated | forbidden | invalid | not-found | precondition-failed | not-allowed
 */
export async function updateProvider(
  ctx: Ctx,
  input: { id: string; version: number; changes: UpdateProviderInput },
): Promise<ProviderDetail> {
  authoriseStaff(ctx, 'providers.update');
  assertKey(input.id, NO_PROVIDER);
  const changes = parse(UpdateProviderInput, input.changes);
  await assertKnown(ctx, changes);
  const { provider, pincodes } = await inTransaction(ctx.db, async (tx) => {
    const before = await lockProvider(tx, ctx.company.id, input.id);
    if (!before) throw noProvider();
    const { version } = before;
    if (version !== input.version)
      throw new AppError({
        code: 'precondition-failed',
        detail: 'The professional has been changed meanwhile: read it again.',
        data: { version },
      });
    const status = changes.status ?? before.status;
    await assertStatus(tx, ctx, before, status);
    const skills = await replaceSkills(tx, before.id, changes.subcategories);
    const areas = await replaceAreas(tx, before.id, changes.pincodes);
    await renewProviderServices(tx, before.id);
    await updateProviderStatus(tx, { companyId: ctx.company.id, id: before.id, status, at: ctx.now });
    await recordEvent(tx, ctx, {
      type: 'provider.updated',
      subject: { type: 'provider', id: before.id },
      data: { status: { from: before.status, to: status }, subcategories: skills, pincodes: areas.change },
    });
    const provider = { ...before, status, version: before.version + 1, updatedAt: ctx.now };
    return { provider, pincodes: areas.now };
  });
  const [view] = await withSkills(ctx, [provider]);
  return { provider, skills: view?.skills ?? [], isPrivileged: seesAllOfProviders(ctx), pincodes };
}

/** @throws AppError invalid for subcategories and pincodes that do not exist */
async function assertKnown(ctx: Ctx, { subcategories = [], pincodes = [] }: UpdateProviderInput): Promise<void> {
  const [catalogue, known] = await Promise.all([getCatalogue(ctx), selectKnownPincodes(ctx.db, pincodes)]);
  const issues: FieldIssue[] = [
    ...subcategories.flatMap((id, i) =>
      catalogue.subcategory(id) ? [] : [{ pointer: `/subcategories/${i}`, detail: 'is not a subcategory' }],
    ),
    ...pincodes.flatMap((pincode, i) =>
      known.includes(pincode) ? [] : [{ pointer: `/pincodes/${i}`, detail: 'is not a pincode that we know' }],
    ),
  ];
  if (issues.length > 0) throw new AppError({ code: 'invalid', detail: 'Some fields are not valid.', issues });
}

/** @throws AppError not-allowed */
async function assertStatus(tx: Transaction, ctx: Ctx, before: ProviderRow, to: ProviderRow['status']): Promise<void> {
  if (before.status === to) return;
  const horizon = new Date(ctx.now.getTime() + (BOOKING_POLICY.maxDaysAhead + 1) * DAY_MS);
  const taken = await selectTakenHours(tx, { providerIds: [before.id], from: ctx.now, to: horizon, now: ctx.now });
  const problem = statusProblem(before.status, to, taken.length);
  if (problem) throw new AppError({ code: 'not-allowed', detail: problem });
}

interface Change {
  added: string[];
  removed: string[];
}

async function replaceSkills(tx: Transaction, id: string, wanted: string[] | undefined): Promise<Change> {
  if (!wanted) return { added: [], removed: [] };
  const change = changeOf(
    (await selectSkills(tx, [id])).map((skill) => skill.subcategoryId),
    wanted,
  );
  await deleteSkills(tx, id, change.removed);
  await insertSkills(tx, id, change.added);
  return change;
}

async function replaceAreas(
  tx: Transaction,
  id: string,
  wanted: string[] | undefined,
): Promise<{ change: Change; now: string[] }> {
  const before = await selectAreas(tx, id);
  if (!wanted) return { change: { added: [], removed: [] }, now: before };
  const change = changeOf(before, wanted);
  await deleteAreas(tx, id, change.removed);
  await insertAreas(tx, id, change.added);
  return { change, now: [...new Set(wanted)].sort() };
}

function changeOf(before: string[], wanted: string[]): Change {
  const [had, wants] = [new Set(before), new Set(wanted)];
  return { added: [...wants.difference(had)], removed: [...had.difference(wants)] };
}
