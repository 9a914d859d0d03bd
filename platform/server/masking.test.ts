import { GraphQLError, parse } from 'graphql';
import { createLogger } from '../logging/logger';
import { NoConnectionError } from '../transaction/transaction';
import { badUserInput, forbidden, unauthenticated } from './errors';
import { logUnexpected, outward } from './masking';

const REQUEST_ID = 'request-1234';

function logged(error: GraphQLError): string {
  let text = '';
  const keep = (line: string) => {
    text += line;
  };
  logUnexpected(createLogger({ level: 'info', to: { write: keep } }), error, REQUEST_ID);
  return text;
}

describe('an error of a field', () => {
  it.each([badUserInput('Write a day.'), forbidden('Ask a manager.'), unauthenticated('Sign in.')])(
    'reaches the caller as it was written for them, and no log: %s',
    (error) => {
      expect(outward(error.toJSON(), REQUEST_ID)).toEqual(error.toJSON());
      expect(logged(error)).toBe('');
    },
  );

  it('reaches the caller masked where it is unexpected: the place and the request, and nothing of it', () => {
    const error = {
      message: 'Mrs Secret',
      path: ['a', 0],
      extensions: { code: 'OTHER', said: 'Mrs Secret' },
    };
    expect(outward(error, REQUEST_ID)).toEqual({
      message: 'Something went wrong. Quote request request-1234.',
      path: ['a', 0],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(outward({ message: 'Mrs Secret' }, REQUEST_ID)).not.toHaveProperty('path');
  });

  it('is logged by the field’s own name, not by the one that the caller gave it', () => {
    const [operation] = parse('{ secret: caught }').definitions;
    const nodes = operation?.kind === 'OperationDefinition' ? operation.selectionSet.selections : [];
    const error = new GraphQLError('Failed', { nodes, originalError: new Error('The net tore') });
    expect(JSON.parse(logged(error))).toMatchObject({
      ...{ requestId: REQUEST_ID, field: 'caught', msg: 'A field failed' },
      err: { message: 'The net tore' },
    });
  });

  it('is logged without the values of its statement', () => {
    const cause = Object.assign(new Error('Mrs Secret'), { code: '22P02', severity: 'ERROR' });
    const text = logged(new GraphQLError('Mrs Secret', { originalError: cause }));
    expect(text).toContain('22P02');
    expect(text).not.toContain('Secret');
  });

  it('is not logged for each field where there was no connection: the request is, once', () => {
    expect(logged(new GraphQLError('x', { originalError: new NoConnectionError(new Error('full')) }))).toBe(
      '',
    );
  });
});
