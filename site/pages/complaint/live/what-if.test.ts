import { GatewayRefusal } from '../../../gateway/refusal';
import { servePages } from '../../../testing/serve-pages';
import { DEADLINES } from '../../casework/testing/a-case';
import { addWhatIf } from './what-if';

const complaint = { id: 'corporate-1', reference: 'COR-1', deadlines: DEADLINES };
const AT = '/complaints/corporate-1/what-if';
const DAY = 'which=acknowledgedOn&on-day=9&on-month=12&on-year=2026';

async function read(url: string, answer: unknown = { complaint }) {
  const site = await servePages({ add: addWhatIf, answers: { WhatIfOfCorporate: answer } });
  const { statusCode, body } = await site.get(url);
  await site.stop();
  return { statusCode, body, variables: site.asked.map(({ variables }) => variables) };
}

describe('what if a day were another', () => {
  it('is counted by the rules, and is as it is before a day is given', async () => {
    const first = await read(AT);
    expect([first.statusCode, first.body.includes('As it is:')]).toEqual([200, true]);
    const { body, variables } = await read(`${AT}?${DAY}`);
    expect(body).toContain('As it would be:');
    expect(body).toContain('By 15 December 2026');
    expect(variables).toEqual([{ id: 'corporate-1', assume: { acknowledgedOn: '2026-12-09' } }]);
  });

  it('says what is wrong with a day, whoever finds it', async () => {
    expect((await read(`${AT}?which=receivedOn&on-day=40`)).statusCode).toBe(400);
    const refused = new GatewayRefusal('BAD_USER_INPUT', '`acknowledgedOn` is before the rules.');
    const isGiven = ({ assume }: { assume?: object }) => Object.keys(assume ?? {}).length > 0;
    const answer = (given: object) => {
      if (isGiven(given)) throw refused;
      return { complaint };
    };
    const { statusCode, body } = await read(`${AT}?${DAY}`, answer);
    expect(statusCode).toBe(400);
    for (const words of ['“It was acknowledged” is before the rules.', 'As it is:', 'By 15 December 2026'])
      expect(body).toContain(words);
  });

  it('is of no complaint that there is not', async () => {
    expect((await read(AT, { complaint: null })).statusCode).toBe(404);
    expect((await read('/complaints/elsewhere-1/what-if')).statusCode).toBe(404);
  });
});
