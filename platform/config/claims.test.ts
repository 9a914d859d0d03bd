import fc from 'fast-check';
import { readSettings, SettingsError } from './settings';

const KNOWN = { roles: ['analyst', 'officer', 'admin'], subgraphs: ['adults', 'childrens'] };

function problemsOf(env: Record<string, string>) {
  try {
    readSettings(env, KNOWN);
    return {};
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return Object.fromEntries(error.problems.map(({ setting, says }) => [setting, says]));
  }
}

describe('which value of a token stands for which name', () => {
  const valuesOf = (text: string) =>
    readSettings({ TOKEN_SERVICES_VALUES: text }).token.claims.services.values?.map(({ value, name }) => [
      value,
      name,
    ]);

  it.each([
    ['A=a', [['A', 'a']]],
    [
      ' A = a ; B.C=b-c ; ',
      [
        ['A', 'a'],
        ['B.C', 'b-c'],
      ],
    ],
    ['CN=Complaints Analysts,OU=Groups,DC=council=a', [['CN=Complaints Analysts,OU=Groups,DC=council', 'a']]],
    [
      '123=a;12=b',
      [
        ['123', 'a'],
        ['12', 'b'],
      ],
    ],
    ['https://council.example/roles/a?b=c=a', [['https://council.example/roles/a?b=c', 'a']]],
  ])('is read from %j in its order', (text, pairs) => {
    expect(valuesOf(text)).toEqual(pairs);
  });

  it('is read as it was written, whatever the values are', () => {
    const value = fc
      .string({ minLength: 1, unit: 'binary' })
      .map((text) => text.replaceAll(';', '').trim())
      .filter((text) => text !== '');
    const pair = fc.record({ value, name: fc.stringMatching(/^[\w-]{1,64}$/) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
        const text = pairs.map(({ value, name }) => `${value}=${name}`).join(' ; ');
        expect(valuesOf(text)).toEqual(pairs.map(({ value, name }) => [value, name]));
      }),
    );
  });

  it.each(['A', '=a', 'A=', ';', 'A=a;;B=b', 'A=two words', 'A=a; B', `A=${'a'.repeat(65)}`])(
    'is refused at the start when it is no list of pairs: %j',
    (text) => {
      expect(problemsOf({ TOKEN_ROLE_VALUES: text })).toEqual({
        TOKEN_ROLE_VALUES: expect.stringContaining('Write VALUE=NAME for each'),
      });
    },
  );
});

describe('settings for claims', () => {
  it('take one list for everything where each says what it means', () => {
    expect(
      problemsOf({
        TOKEN_ROLE_CLAIM: 'groups',
        TOKEN_ROLE_VALUES: 'A=analyst; O=officer; X=officer',
        TOKEN_STREAMS_CLAIM: 'groups',
        TOKEN_STREAMS_VALUES: 'S=adults; S=childrens',
      }),
    ).toEqual({});
  });

  it.each([
    [
      'a role that there is not',
      { TOKEN_ROLE_VALUES: 'A=analyst; B=courier; C=courier' },
      {
        TOKEN_ROLE_VALUES:
          'makes "courier" of a value, which there is not. Write one of: analyst, officer, admin.',
      },
    ],
    [
      'a stream that there is not',
      { TOKEN_STREAMS_VALUES: 'A=children' },
      {
        TOKEN_STREAMS_VALUES:
          'makes "children" of a value, which there is not. Write one of: adults, childrens.',
      },
    ],
    [
      'a value with two roles',
      { TOKEN_ROLE_VALUES: 'A=analyst; A=officer' },
      { TOKEN_ROLE_VALUES: 'has the value "A" twice, and the first would hold. Write it once.' },
    ],
    [
      'one claim for two things of which one has no values',
      { TOKEN_ROLE_CLAIM: 'roles', TOKEN_ROLE_VALUES: 'A=analyst', TOKEN_STREAMS_CLAIM: 'roles' },
      { TOKEN_STREAMS_CLAIM: expect.stringContaining('Write TOKEN_STREAMS_VALUES') },
    ],
    [
      'a claim’s name that is no plain text',
      { TOKEN_PARTNER_CLAIM: 'pärtner' },
      { TOKEN_PARTNER_CLAIM: expect.stringContaining('Write plain text') },
    ],
  ])('are refused at the start with %s', (_, env, problems) => {
    expect(problemsOf(env)).toEqual(problems);
  });
});
