/** Subcategories that are done wherever the company works; the others only where somebody happens to do them. */
export const POPULAR_SUBCATEGORIES: ReadonlySet<string> = new Set([
  ...['ac-repair', 'ac-service', 'ac-gas'],
  ...['washing-machine-repair', 'refrigerator-repair', 'tv-repair-installation', 'water-purifier', 'geyser'],
  ...['plumber-visit', 'tap-shower', 'toilet-flush', 'drain-blockage'],
  ...['electrician-visit', 'fan', 'light', 'switch-socket'],
  ...['full-home-cleaning', 'bathroom-cleaning', 'kitchen-cleaning', 'sofa-cleaning'],
  ...['cockroach-ant-control', 'termite-control'],
  ...['home-painting', 'room-wall-painting'],
  ...['carpenter-visit', 'door-lock', 'drill-hang'],
  ...['waxing', 'facial-cleanup', 'hair-women', 'threading'],
  ...['men-haircut', 'beard-shave'],
  ...['relaxation-massage', 'pain-relief-massage'],
  ...['cctv', 'computer-repair'],
]);
