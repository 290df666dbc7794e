import type { CategorySeed } from '../types.ts';
import { HOME_APPLIANCES } from './appliance-home.ts';
import { KITCHEN_APPLIANCES } from './appliance-kitchen.ts';

export const APPLIANCE: CategorySeed = {
  slug: 'appliance-repair',
  name: 'Appliance Repair',
  description:
    'Repair, service and installation of fridges, washing machines, TVs, geysers, purifiers and kitchen appliances.',
  subcategories: [...HOME_APPLIANCES, ...KITCHEN_APPLIANCES],
};
