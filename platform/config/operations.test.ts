import { inspect } from 'node:util';
import { operationsModel, operationsSettings } from './operations';

const PRODUCTION = { production: true, dataDirectory: '/data' };
const key = (x: string) => `{"kty": "OKP", "crv": "Ed25519", "x": "${x}"}`;
const read = (given: object, where = PRODUCTION) => operationsSettings(operationsModel.parse(given), where);

describe('the settings of trusted operations', () => {
  it('are on in production and off elsewhere, where nothing is said', () => {
    expect(read({})).toMatchObject({
      areAlone: true,
      exploring: ['admin', 'analyst'],
      manifestFile: '/data/operations.jws',
      publicKeys: [],
      privateKey: null,
    });
    expect(read({}, { ...PRODUCTION, production: false }).areAlone).toBe(false);
    expect(read({ TRUSTED_OPERATIONS: 'off' }).areAlone).toBe(false);
    expect(read({ TRUSTED_OPERATIONS: 'on' }, { ...PRODUCTION, production: false }).areAlone).toBe(true);
  });

  it('take several keys, the newest first, and show no private one', () => {
    const settings = read({
      OPERATIONS_PUBLIC_KEY: `${key('new')}  ${key('old')}`,
      OPERATIONS_PRIVATE_KEY: '{"kty":"OKP","d":"very-secret"}',
    });
    expect(settings.publicKeys.map(({ x }) => x)).toEqual(['new', 'old']);
    expect(settings.privateKey).toMatchObject({ d: 'very-secret' });
    expect(inspect(settings) + JSON.stringify(settings)).not.toContain('very-secret');
  });

  it('take no key that is none, as little behind a good one', () => {
    for (const OPERATIONS_PUBLIC_KEY of ['x', `${key('new')} {}`])
      expect(operationsModel.safeParse({ OPERATIONS_PUBLIC_KEY }).success).toBe(false);
  });

  it('let nobody explore where that is said, and no role that there is not', () => {
    expect(read({ EXPLORING_ROLES: 'none' }).exploring).toEqual([]);
    expect(read({ EXPLORING_ROLES: 'auditor, admin' }).exploring).toEqual(['auditor', 'admin']);
    expect(
      operationsModel.safeParse({ EXPLORING_ROLES: 'admin everybody' }).error?.issues[0]?.message,
    ).toContain('holds "everybody"');
  });
});
