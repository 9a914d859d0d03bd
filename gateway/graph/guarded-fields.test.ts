import { readGuardedFields } from './guarded-fields';

const GUARD = (scopes: string) => `@requiresScopes(scopes: ${scopes})`;

const guarded = readGuardedFields(`
  directive @requiresScopes(scopes: [[String!]!]!) on FIELD_DEFINITION
  type Query { free: Int runs: Int ${GUARD('[["imports"], ["quarantine-counts"]]')} both: Int ${GUARD('[["imports", "accounts"]]')} }
  interface Thing { name: String secret: String }
  type Letter implements Thing { name: String secret: String ${GUARD('[["accounts"]]')} }
  type Parcel implements Thing { name: String secret: String }
  interface Marked { mark: Int ${GUARD('[["audit"]]')} }
  type Stamp implements Marked { mark: Int }
`);

const message = (type: string, field: string, ...scopes: string[]) =>
  guarded.refusal({ type, field, scopes })?.message ?? null;

describe('a guarded field', () => {
  it.each([
    ['is open to one list of scopes', 'runs', ['imports'], null],
    ['is open to the other', 'runs', ['figures', 'quarantine-counts'], null],
    [
      'is closed to others, and says to whom it is open',
      'runs',
      ['figures'],
      'Your role may not ask for runs. Open to the roles `analyst`, `officer` and `admin`.',
    ],
    ['needs all scopes of a list', 'both', ['imports'], 'Your role may not ask for both. Open to no role.'],
    ['is told from one that none guards', 'free', [], null],
    ['is told from one that there is not', '__typename', [], null],
  ])('%s', (_, field, scopes, said) => {
    expect(message('Query', field, ...scopes)).toBe(said);
  });

  it('is closed by the interface too, and a type alike', () => {
    expect(message('Thing', 'secret')).toContain('`manager` and `officer`');
    expect(message('Thing', 'secret', 'accounts')).toBeNull();
    expect(message('Thing', 'name')).toBeNull();
    expect(message('Parcel', 'secret')).toBeNull();
    expect(message('Stamp', 'mark')).toContain('Open to the role `auditor`.');
    expect(message('Stamp', 'mark', 'audit')).toBeNull();
  });
});
