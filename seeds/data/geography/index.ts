import type { PincodeSeed } from '../types.ts';
import { DELHI, GURUGRAM, NOIDA } from './delhi-ncr.ts';
import { BENGALURU } from './karnataka.ts';
import { MUMBAI, NAGPUR, PUNE } from './maharashtra.ts';
import { CHANDIGARH, KOLKATA, LUCKNOW } from './north-and-east.ts';
import { CHENNAI, COIMBATORE, HYDERABAD, KOCHI, VISAKHAPATNAM } from './south.ts';
import { AHMEDABAD, BHOPAL, INDORE, JAIPUR, SURAT } from './west-and-centre.ts';

/** 171 postal areas in 20 cities. */
export const PINCODES: PincodeSeed[] = [
  BENGALURU,
  MUMBAI,
  DELHI,
  HYDERABAD,
  CHENNAI,
  PUNE,
  KOLKATA,
  AHMEDABAD,
  JAIPUR,
  LUCKNOW,
  SURAT,
  INDORE,
  CHANDIGARH,
  KOCHI,
  NAGPUR,
  BHOPAL,
  COIMBATORE,
  VISAKHAPATNAM,
  GURUGRAM,
  NOIDA,
].flat();
