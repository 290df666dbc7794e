/** A setting that `npm test` provides; a database test that is run without it should say so. */
export function requiredEnv(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with "npm test".`);
  return value;
}
