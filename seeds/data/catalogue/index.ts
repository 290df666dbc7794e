import type { CategorySeed } from '../types.ts';
import { AC } from './ac.ts';
import { APPLIANCE } from './appliance.ts';
import { CARPENTRY } from './carpentry.ts';
import { CLEANING } from './cleaning.ts';
import { ELECTRICAL } from './electrical.ts';
import { PAINTING } from './painting.ts';
import { PEST_CONTROL } from './pest-control.ts';
import { PLUMBING } from './plumbing.ts';
import { SALON_MEN } from './salon-men.ts';
import { SALON_WOMEN } from './salon-women.ts';
import { SMART_HOME } from './smart-home.ts';
import { SPA_MASSAGE } from './spa-massage.ts';

/** 12 categories with 76 subcategories and 156 rate cards, in the order in which they are shown. */
export const CATALOGUE: CategorySeed[] = [
  AC,
  APPLIANCE,
  PLUMBING,
  ELECTRICAL,
  CLEANING,
  PEST_CONTROL,
  PAINTING,
  CARPENTRY,
  SALON_WOMEN,
  SALON_MEN,
  SPA_MASSAGE,
  SMART_HOME,
];
