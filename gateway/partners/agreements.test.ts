import type { SubgraphRequest } from '../../platform/server/executor';
import { agreementsOf, NO_AGREEMENTS } from './agreements';

const PARTNER = {
  ...{ subject: 'sid', role: 'partner', scopes: ['figures', 'facts', 'own-agreement'] },
  ...{ streams: ['adults'], services: [], partner: 'guests' },
};
const ANALYST = { ...PARTNER, role: 'analyst' };
const AGREED = { streams: ['schools'], parts: ['CASES'], smallNumbersBelow: 5 };

function agreementsOver(answer: () => object | null) {
  let millis = 1_000;
  const asked: SubgraphRequest[] = [];
  const part = {
    async execute(request: SubgraphRequest) {
      asked.push(request);
      return { data: { agreementInForce: answer() } };
    },
  };
  const identitySigner = { sign: async (identity: object) => JSON.stringify(identity) };
  const clock = { now: () => new Date(millis) };
  return {
    asked,
    pass: (more: number) => (millis += more),
    ...agreementsOf({ part, partName: 'access', identitySigner }, { clock }),
  };
}

describe('whoever signed in for a partner', () => {
  it('has what is agreed and no more: its parts, its streams, its rule of small numbers', async () => {
    const { within, asked } = agreementsOver(() => AGREED);
    expect(await within(PARTNER)).toEqual({
      ...{ ...PARTNER, scopes: ['own-agreement'] },
      ...{ streams: ['schools'], smallNumbersBelow: 5 },
    });
    expect(asked[0]?.variables).toEqual({ partner: 'guests', orToCome: false });
    expect(JSON.parse(asked[0]?.identityToken ?? '')).toMatchObject({ role: 'gateway' });
  });

  it.each(['UNKNOWN', 'constructor', '__proto__'])(
    'has nothing by a part that there is not: %s',
    async (part) => {
      const { within } = agreementsOver(() => ({ ...AGREED, parts: [part] }));
      expect((await within(PARTNER))?.scopes).toEqual(['own-agreement']);
    },
  );

  it('is nobody where nothing is agreed, or no partner is named', async () => {
    const { within, asked } = agreementsOver(() => null);
    expect(await within(PARTNER)).toBeNull();
    expect(await within({ ...PARTNER, partner: null })).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('is asked about twice a second at most, and refused half a second after the end', async () => {
    let isEnded = false;
    const { within, asked, pass } = agreementsOver(() => (isEnded ? null : AGREED));
    await Promise.all([within(PARTNER), within(PARTNER)]);
    isEnded = true;
    pass(499);
    expect(await within(PARTNER)).not.toBeNull();
    expect(asked).toHaveLength(1);
    pass(1);
    expect(await within(PARTNER)).toBeNull();
  });

  it('is let in by nothing that is no answer', async () => {
    const { within } = agreementsOver(() => ({ ...AGREED, smallNumbersBelow: 'five' }));
    await expect(within(PARTNER)).rejects.toThrow();
  });

  it('is asked about by itself for the sandbox, where one to come will do', async () => {
    const { termsOf, asked } = agreementsOver(() => AGREED);
    expect(await termsOf('guests')).toEqual(AGREED);
    expect(asked.map(({ variables }) => variables)).toEqual([{ partner: 'guests', orToCome: true }]);
    expect(await NO_AGREEMENTS.termsOf('guests')).toBeNull();
  });

  it('is nobody at a gateway that knows of no agreements', async () => {
    expect(await NO_AGREEMENTS.within(PARTNER)).toBeNull();
  });
});

describe('everybody else', () => {
  it('is bound to no agreement', async () => {
    const { within, asked } = agreementsOver(() => null);
    expect(await within(ANALYST)).toEqual(ANALYST);
    expect(await NO_AGREEMENTS.within(ANALYST)).toEqual(ANALYST);
    expect(asked).toHaveLength(0);
  });
});
