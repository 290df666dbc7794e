/** Lines of work: a professional has one, and does the services of its categories. */
export interface Trade {
  name: string;
  /** Slugs. */
  categories: string[];
  /** Share of women among its professionals: beauty services for women are done by women only. */
  womenShare: number;
}

export const TRADES: Trade[] = [
  {
    name: 'technician',
    categories: ['ac-service-repair', 'appliance-repair', 'electrical', 'smart-home-security'],
    womenShare: 0.08,
  },
  { name: 'craftsman', categories: ['plumbing', 'painting-waterproofing', 'carpentry-furniture'], womenShare: 0.05 },
  { name: 'cleaner', categories: ['home-cleaning', 'pest-control'], womenShare: 0.4 },
  { name: 'beautician', categories: ['salon-women', 'mens-grooming', 'spa-massage'], womenShare: 1 },
];

/** Whose work a category is. */
export function tradeOf(categorySlug: string): Trade {
  const trade = TRADES.find((t) => t.categories.includes(categorySlug));
  if (!trade) throw new Error(`No trade does the category "${categorySlug}".`);
  return trade;
}
