/** A postal area: pincode and locality belong together as publicly known; degrees are good to about a kilometre. */
export interface PincodeSeed {
  pincode: string;
  locality: string;
  city: string;
  state: string;
  /** 1 metro core, 2 metro outskirts and large cities, 3 others: decides the visiting charge. */
  tier: 1 | 2 | 3;
  latitude: number;
  longitude: number;
  /** Streets that exist in the locality. */
  streets?: string[];
}

/** One bookable service. Phrases are lower-case and stand on one rate card only. */
export interface RateCardSeed {
  slug: string;
  name: string;
  description: string;
  phrases: string[];
  includes: string[];
  excludes: string[];
  /** What one of `quantity` is: "AC unit", "bathroom", "visit". */
  unit: string;
  /** Whole rupees for one unit, before visiting charge and GST. */
  priceRupees: number;
  discountPercent: number;
  /** Of one unit. */
  durationMinutes: number;
  maxQuantity: number;
  /** The one to offer when only the subcategory was named. */
  isDefault?: boolean;
}

/** A family of services. Phrases are lower-case and stand on one subcategory only. */
export interface SubcategorySeed {
  slug: string;
  name: string;
  description: string;
  phrases: string[];
  rateCards: RateCardSeed[];
}

export interface CategorySeed {
  slug: string;
  name: string;
  description: string;
  subcategories: SubcategorySeed[];
}
