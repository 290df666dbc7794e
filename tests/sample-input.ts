import { sample as draw, stringMatching } from 'fast-check';
import { z } from 'zod';

interface Shape {
  type?: string;
  example?: unknown;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  oneOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minItems?: number;
  minLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  exclusiveMinimum?: number;
}

const FORMATS: Record<string, string> = {
  email: 'somebody@example.com',
  date: '2026-11-21',
  'date-time': '2026-11-21T09:30:00Z',
};

/**
 * An input that fits the schema, made of its examples where it has them, always the same.
 * @throws Error when what was made does not fit: then the schema lacks an example (`.meta({ example })`)
 */
export function sampleInput(schema: z.ZodType): unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
  const least = sample(shape);
  if (schema.safeParse(least).success) return least;
  // Some want at least one of what is optional.
  const most = sample({ ...shape, required: Object.keys(shape.properties ?? {}) });
  const { error } = schema.safeParse(most);
  if (!error) return most;
  throw new Error(`No valid input can be made up, the schema needs examples: ${z.prettifyError(error)}`);
}

function sample(shape: Shape): unknown {
  if (shape.example !== undefined) return shape.example;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const [choice] = shape.anyOf ?? shape.oneOf ?? [];
  if (choice) return sample(choice);
  if (shape.type === 'object' || shape.properties) return sampleObject(shape);
  if (shape.type === 'array') return Array.from({ length: shape.minItems ?? 0 }, () => sample(shape.items ?? {}));
  if (shape.type === 'integer' || shape.type === 'number') return shape.minimum ?? (shape.exclusiveMinimum ?? 0) + 1;
  if (shape.type === 'boolean') return true;
  return sampleText(shape);
}

function sampleObject({ properties = {}, required = [] }: Shape): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sample(properties[name] ?? {})]));
}

function sampleText({ format, pattern, minLength = 0 }: Shape): string {
  const known = format && FORMATS[format];
  if (known) return known;
  if (pattern) {
    const arbitrary = stringMatching(new RegExp(pattern, 'u')).filter((text) => text.length >= minLength);
    return draw(arbitrary, { numRuns: 1, seed: 1 })[0] ?? '';
  }
  return 'sample'.padEnd(minLength, 'x');
}
