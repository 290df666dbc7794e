/**
 * An Indian mobile number as people write it, in E.164: "098765 43210", "+91-98765-43210", "919876543210" →
 * "+919876543210". Undefined for anything else.
 */
export function indianMobile(written: string): string | undefined {
  const digits = written.replaceAll(/[\s().-]/g, '');
  const national = /^(?:\+91|0091|91|0)?([6-9]\d{9})$/.exec(digits)?.[1];
  return national && `+91${national}`;
}
