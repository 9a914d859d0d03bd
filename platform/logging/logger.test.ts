import { parse } from 'graphql';
import { z } from 'zod';
import { createLogger, type Logger } from './logger';

function logged(write: (logger: Logger) => void): string {
  let text = '';
  write(createLogger({ level: 'info', part: 'gateway', to: { write: (line) => (text += line) } }));
  return text;
}

const one = (write: (logger: Logger) => void): Record<string, unknown> => JSON.parse(logged(write));

describe('the logger', () => {
  it('writes one line of JSON with level, time, part and request', () => {
    const line = one((logger) => logger.child({ requestId: 'r-1' }).info({ millis: 12 }, 'answered'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      part: 'gateway',
      requestId: 'r-1',
      millis: 12,
      msg: 'answered',
    });
  });

  it('writes nothing below its level', () => {
    expect(logged((logger) => logger.debug('quiet'))).toBe('');
  });

  it.each([
    ['at the top', { email: 'zz@example.org' }],
    ['inside', { complaint: { person: { name: 'zz' } } }],
    ['in a list', { rows: [{ postcode: 'zz' }] }],
    ['in another case', { complaint: { CLI: 'zz', Summary: 'zz' } }],
    ['too deep to be meant', { a: { b: { c: { d: { e: { f: { g: 'zz' } } } } } } }],
    ['in the parameters of a query', { parameters: ['zz'] }],
  ])('hides personal data %s', (_where, fields) => {
    const text = logged((logger) => logger.info(fields, 'seen'));
    expect(text).not.toContain('zz');
    expect(text).toContain('[hidden]');
  });

  it('hides it in what a child logger carries', () => {
    const text = logged((logger) => logger.child({ email: 'zz@example.org' }).info('seen'));
    expect(text).not.toContain('zz');
  });

  it('keeps what is neither personal nor secret', () => {
    expect(one((logger) => logger.info({ subgraph: { service: 'parking', count: 3 } }))).toMatchObject({
      subgraph: { service: 'parking', count: 3 },
    });
  });

  it.each([
    ['that is no JSON', () => JSON.parse('Mrs Secret said')],
    ['that is no GraphQL', () => parse('{ a(b: "Mrs Secret ')],
    ['that Node does not take', () => Buffer.alloc('Mrs Secret' as never)],
    ['that a model does not take', () => z.object({}).strict().parse({ 'Mrs Secret': 1 })],
  ])('leaves out the words of an error that may repeat a text %s', (_, fail) => {
    const line = one((logger) => {
      try {
        fail();
      } catch (error) {
        logger.error({ err: error }, 'failed');
      }
    });
    expect(line).toMatchObject({ err: { message: expect.stringContaining('left out') } });
    expect(JSON.stringify(line)).not.toContain('Secret');
    expect(JSON.stringify(line)).toContain('logger.test.ts');
  });

  it('writes an error with its message and stack, and none of its own fields', () => {
    const error = Object.assign(new Error('boom'), { code: 'E_BOOM', complaint: 'zz' });
    for (const line of [
      one((logger) => logger.error(error)),
      one((logger) => logger.error({ err: error })),
    ]) {
      expect(line).toMatchObject({ err: { type: 'Error', message: 'boom', code: 'E_BOOM' }, msg: 'boom' });
      expect(JSON.stringify(line)).not.toContain('zz');
    }
  });
});
