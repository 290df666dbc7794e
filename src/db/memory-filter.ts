/** Whether a value passes a filter as `BaseStore.search` takes it: field → value, or `{ $gt: 3, … }` of which all hold. */
export function matchesFilter(value: Record<string, unknown>, filter: Record<string, unknown>): boolean {
  return Object.entries(filter).every(([field, wanted]) => matches(value[field], wanted));
}

/** The fields that a filter wants to be just this text or number. */
export function equalFields(filter: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).map(([field, wanted]) => [field, isOperators(wanted) ? wanted['$eq'] : wanted]),
  );
}

const OPERATORS: Record<string, (actual: unknown, wanted: unknown) => boolean> = {
  $eq: (actual, wanted) => actual === wanted,
  $ne: (actual, wanted) => actual !== wanted,
  $gt: (actual, wanted) => Number(actual) > Number(wanted),
  $gte: (actual, wanted) => Number(actual) >= Number(wanted),
  $lt: (actual, wanted) => Number(actual) < Number(wanted),
  $lte: (actual, wanted) => Number(actual) <= Number(wanted),
  $in: (actual, wanted) => Array.isArray(wanted) && wanted.includes(actual),
  $nin: (actual, wanted) => !Array.isArray(wanted) || !wanted.includes(actual),
};

function matches(actual: unknown, wanted: unknown): boolean {
  if (!isOperators(wanted)) return actual === wanted;
  return Object.entries(wanted).every(([name, operand]) => OPERATORS[name]?.(actual, operand));
}

function isOperators(wanted: unknown): wanted is Record<string, unknown> {
  return (
    typeof wanted === 'object' && wanted !== null && Object.keys(wanted).every((name) => Object.hasOwn(OPERATORS, name))
  );
}
