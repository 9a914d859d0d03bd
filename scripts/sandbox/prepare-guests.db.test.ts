import { startTestProduct, type TestProduct } from '../testing/test-product';
import { prepareGuest } from './prepare-guests';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.stop());

const TERMS = { streams: ['adults'], parts: ['CASES', 'EVENTS'], smallNumbersBelow: null };
const prepare = async (partner: string, changed: object = {}) => {
  await prepareGuest(product, { partner, terms: { ...TERMS, ...changed } });
  await product.carryOut();
};
const agreementOf = async (partner: string) =>
  (
    await product.ask<{ agreement: object }>(
      'admin',
      `{ agreement(partner: "${partner}") { version state parts streams smallNumbersBelow } }`,
    )
  ).data.agreement;
const casesOf = async (partner: string) => {
  const guest = { subject: 'dev', role: 'partner', partner, streams: [], services: [] };
  const { data } = await product.ask<{
    ombudsmanCases: { totalCount: number };
    partnerEvents: { totalCount: number };
  }>(guest, '{ ombudsmanCases { totalCount } partnerEvents { totalCount } }');
  return [data.ombudsmanCases.totalCount, data.partnerEvents.totalCount];
};

describe('what a partner finds in the sandbox', () => {
  it('is cases of its own and what happened to them, under what its agreement opens; once, however often it comes', async () => {
    for (const _ of [1, 2]) await prepare('new-homes');
    expect(await agreementOf('new-homes')).toEqual({
      ...{ version: 1, state: 'IN_FORCE', parts: ['CASES', 'EVENTS'], streams: ['ADULTS'] },
      smallNumbersBelow: null,
    });
    expect(await casesOf('new-homes')).toEqual([24, 24]);
  });

  it('is nothing of another partner', async () => {
    await prepare('others');
    expect([await casesOf('new-homes'), await casesOf('others')]).toEqual([
      [24, 24],
      [24, 24],
    ]);
  });

  it('changes with the agreement', async () => {
    await prepare('new-homes', { parts: ['FIGURES'], smallNumbersBelow: 5 });
    expect(await agreementOf('new-homes')).toMatchObject({
      version: 2,
      parts: ['FIGURES'],
      smallNumbersBelow: 5,
    });
  });
});
