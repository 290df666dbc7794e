const RUPEES = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR', minimumFractionDigits: 0 });
const RUPEES_AND_PAISE = new Intl.NumberFormat('en-IN', { style: 'currency', currency: 'INR' });

/** "₹1,240" or, when there are paise, "₹1,240.50". */
export function rupees(paise: number): string {
  return (paise % 100 === 0 ? RUPEES : RUPEES_AND_PAISE).format(paise / 100);
}
