import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '#src/errors.ts';
import { parseInput } from './parse-input.ts';
import { problemOf } from './problem.ts';

const body = (schema: z.ZodType, value: unknown) =>
  parseInput({ params: undefined, query: undefined, body: schema }, { params: {}, query: {}, body: value });

describe('a problem document', () => {
  it('tells of a client’s error all there is, with its facts beside the standard members', () => {
    const error = new AppError({ code: 'conflict', detail: 'Taken.', data: { free: [17], status: 1, type: 'x' } });
    expect(problemOf(error, 'r1')).toEqual({
      free: [17],
      type: 'urn:problem:conflict',
      title: 'The state has changed',
      status: 409,
      detail: 'Taken.',
      instance: 'urn:request:r1',
      code: 'conflict',
    });
  });

  it('tells of our own error nothing but that it happened', () => {
    const inner = { detail: 'password of db is x', data: { host: 'db-1' }, issues: [{ pointer: '/x', detail: 'y' }] };
    for (const error of [new AppError({ code: 'internal', ...inner }), new Error('db-1 x'), 'db-1', undefined]) {
      const problem = problemOf(error, 'r1');
      expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'code']);
      expect(problem).toMatchObject({ status: 500, code: 'internal' });
      expect(JSON.stringify(problem)).not.toMatch(/db-1|password/);
    }
  });
});

describe('an error of the network below us', () => {
  it('is "not available", wherever in the causes it stands', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(problemOf(new Error('Failed query', { cause: refused }), 'r1')).toMatchObject({
      status: 503,
      code: 'unavailable',
    });
  });
});

describe('the issues of a request', () => {
  it('are all named, by JSON pointers', () => {
    const schema = z.strictObject({ 'a/b~c': z.string(), list: z.array(z.strictObject({ n: z.number() })) });
    const attempt = () => body(schema, { list: [{ n: 1 }, { n: 'x', m: 1 }], extra: 1 });
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'invalid',
        issues: [
          { pointer: '/a~1b~0c', detail: 'is missing' },
          { pointer: '/list/1/n', detail: 'must be a number' },
          { pointer: '/list/1/m', detail: 'is not a field of this request' },
          { pointer: '/extra', detail: 'is not a field of this request' },
        ],
      }),
    );
  });

  it('leave no prototype behind', () => {
    const hostile = JSON.parse('{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}') as unknown;
    expect(() => body(z.strictObject({}), hostile)).toThrow('is not a field');
    expect(Object.prototype).not.toHaveProperty('admin');
  });
});
