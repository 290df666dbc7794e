import type { Ctx } from '#src/context.ts';
import type { SubcategoryRow } from '#src/db/queries/catalogue.ts';
import { selectSkills, type ProviderRow } from '#src/db/queries/providers.ts';
import { AppError } from '#src/errors.ts';
import { getCatalogue } from '../catalogue/get-catalogue.ts';

export interface ProviderView {
  provider: ProviderRow;
  /** What they can do, in the order of the catalogue. */
  skills: SubcategoryRow[];
}

export const NO_PROVIDER = 'There is no such professional.';

/** Whether the actor sees contact data and those who are not active: staff with the permission. */
export function seesAllOfProviders({ actor }: Ctx): boolean {
  return actor.kind === 'staff' && actor.permissions.has('providers.view');
}

/** Adds to rows what the providers can do. One query. */
export async function withSkills(ctx: Ctx, rows: ProviderRow[]): Promise<ProviderView[]> {
  const [catalogue, skills] = await Promise.all([
    getCatalogue(ctx),
    selectSkills(
      ctx.db,
      rows.map((row) => row.id),
    ),
  ]);
  const inOrder = catalogue.categories.flatMap((category) => catalogue.subcategoriesOf(category.id));
  const subcategoriesBy = Map.groupBy(skills, (skill) => skill.providerId);
  return rows.map((provider) => {
    const own = new Set(subcategoriesBy.get(provider.id)?.map((skill) => skill.subcategoryId));
    return { provider, skills: inOrder.filter((row) => own.has(row.id)) };
  });
}

export const noProvider = () => new AppError({ code: 'not-found', detail: NO_PROVIDER });
