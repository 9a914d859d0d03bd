import type { ClaimRules } from '../config/claims';
import { readSettings } from '../config/settings';
import { OWN_CLAIMS, readClaims } from './read-claims';
import { NotAdmittedError, SignInError } from './sign-in-error';

const rules = (env: Record<string, string>): ClaimRules => readSettings(env).token.claims;

/** App roles of Entra ID, all in one claim. */
const ENTRA = rules({
  TOKEN_SUBJECT_CLAIM: 'oid',
  TOKEN_ROLE_CLAIM: 'roles',
  TOKEN_ROLE_VALUES:
    'Complaints.Admin=admin; Complaints.Officer=officer; Complaints.Manager=manager; Complaints.Analyst=analyst; Complaints.Partner=partner',
  TOKEN_STREAMS_CLAIM: 'roles',
  TOKEN_STREAMS_VALUES:
    'Stream.Adults=adults; Stream.Children=childrens; Stream.All=adults; Stream.All=childrens',
  TOKEN_SERVICES_CLAIM: 'extension_services',
  TOKEN_PARTNER_CLAIM: 'groups',
  TOKEN_PARTNER_VALUES: '2f0c9a52-0000-4000-8000-000000000001=stockport-homes',
});

const OID = '6f6b1d3e-1111-4111-8111-111111111111';
const entra = (claims: Record<string, unknown>) =>
  readClaims({ sub: 'pairwise', oid: OID, ...claims }, ENTRA);

describe('tokens with claims of another service’s names', () => {
  it('say the same as our own would', () => {
    expect(
      entra({
        roles: ['Complaints.Officer', 'Stream.Children', 'Stream.Adults'],
        extension_services: 'highways, refuse-recycling',
        groups: ['2f0c9a52-0000-4000-8000-000000000009'],
      }),
    ).toEqual({
      subject: OID,
      role: 'officer',
      streams: ['adults', 'childrens'],
      services: ['highways', 'refuse-recycling'],
      partner: null,
    });
  });

  it('may say it by one value', () => {
    expect(
      entra({ roles: 'Complaints.Partner', groups: '2f0c9a52-0000-4000-8000-000000000001' }),
    ).toMatchObject({
      role: 'partner',
      partner: 'stockport-homes',
    });
  });

  it('give the role of the first pair that fits, in whatever order they name it', () => {
    for (const roles of [
      ['Complaints.Analyst', 'Complaints.Officer'],
      ['Complaints.Officer', 'Complaints.Analyst'],
    ])
      expect(entra({ roles }).role).toBe('officer');
  });

  it('clear for each stream once, however many values do', () => {
    expect(entra({ roles: ['Complaints.Officer', 'Stream.All', 'Stream.Adults'] }).streams).toEqual([
      'adults',
      'childrens',
    ]);
  });

  it.each([
    ['a value that is like ours and is not mapped', ['analyst']],
    ['a value in other letters', ['complaints.analyst']],
    ['a value that begins alike', ['Complaints.Analyst.Reader']],
    ['values of other applications', ['User', 'Finance.Admin']],
    ['nothing', []],
  ])('open nothing by %s, and it is told who', (_, roles) => {
    const read = () => entra({ roles });
    expect(read).toThrow(NotAdmittedError);
    expect(read).toThrow(
      expect.objectContaining({ subject: OID, message: expect.stringContaining('no role here') }),
    );
  });

  it('open nothing without the claim', () => {
    expect(() => entra({})).toThrow(NotAdmittedError);
  });

  it('are explained where the list was left out for its length', () => {
    const overage = {
      _claim_names: { groups: 'src1' },
      _claim_sources: { src1: { endpoint: 'https://graph.example' } },
    };
    expect(() => entra({ roles: ['Complaints.Partner'], ...overage })).toThrow('more groups than');
    expect(entra({ roles: ['Complaints.Analyst'], _claim_names: { other: 'src1' } }).role).toBe('analyst');
  });

  it.each([
    ['a role that is no text', { roles: [7] }],
    ['a role that is an object', { roles: { 'Complaints.Admin': true } }],
    ['a service that is no plain name', { roles: ['Complaints.Manager'], extension_services: ['high ways'] }],
    ['a service that could be read as two', { roles: ['Complaints.Manager'], extension_services: ['a,b'] }],
    ['no subject', { oid: undefined, roles: ['Complaints.Analyst'] }],
    ['a subject that is a person’s address', { oid: 'olu@council.example', roles: ['Complaints.Analyst'] }],
  ])('are refused with %s', (_, claims) => {
    expect(() => entra(claims)).toThrow(SignInError);
  });

  it('may hold them deep inside', () => {
    const keycloak = rules({
      TOKEN_ROLE_CLAIM: 'resource_access.complaints.roles',
      TOKEN_ROLE_VALUES: 'x=analyst',
    });
    const token = { sub: 'ana', resource_access: { complaints: { roles: ['y', 'x'] } } };
    expect(readClaims(token, keycloak).role).toBe('analyst');
  });
});

describe('tokens with our own names', () => {
  const own = (claims: Record<string, unknown>) => readClaims({ sub: 'ana', ...claims }, OWN_CLAIMS);

  it('are what holds without a setting', () => {
    expect(rules({})).toEqual(OWN_CLAIMS);
  });

  it.each([
    [{ role: 'analyst' }],
    [{ role: ['analyst'] }],
    [{ role: 'analyst', streams: null, services: '', partner: '' }],
    [{ role: 'analyst', streams: [], services: [], partner: [] }],
  ])('may leave out what is none: %j', (claims) => {
    expect(own(claims)).toEqual({
      subject: 'ana',
      role: 'analyst',
      streams: [],
      services: [],
      partner: null,
    });
  });

  it.each([
    ['several roles, of which nothing says which holds', { role: ['analyst', 'officer'] }],
    ['several partners', { role: 'partner', partner: ['a', 'b'] }],
    ['no role', {}],
    ['too many streams', { role: 'officer', streams: Array.from({ length: 65 }, (_, i) => `s${i}`) }],
  ])('are refused with %s', (_, claims) => {
    expect(() => own(claims)).toThrow(SignInError);
  });
});
