import { periodOfPage } from '../../filters/period';
import { GatewayRefusal } from '../../gateway/refusal';
import type { ServicesQuery } from '../../operations/__generated__/operations';
import { toldGateway } from '../../testing/serve-pages';
import { askOwnServices } from './own-services';

const row = (overdue: number) => ({
  ...{ received: 1, answered: 4, answeredInTime: 3, inTimeRate: 0.75, open: 9, overdue },
  ...{ upheld: 0, partiallyUpheld: 0, notUpheld: 0, upholdRate: null },
});
const named = (id: string, name: string) => ({ id, name, directorate: 'Place', formerNames: [] });
const services = [named('parks', 'Parks'), named('bins', 'Bins'), named('roads', 'Roads')];
const answer: ServicesQuery = {
  ...{ services, all: { rows: [row(8)] } },
  byService: {
    rows: [
      { service: 'Parks', ...row(3) },
      { service: 'Bins', ...row(5) },
    ],
  },
};
const asking = { accessToken: 'a', requestId: 'r' };
const choices = { services: null, directorates: null, themes: null, channels: null };
const asked = {
  reach: { asAt: '2021-09-30', hasStages: true, isLost: false, rule: null, sources: [], choices, services },
  period: periodOfPage({ services: ['Roads'], ageBands: ['OVER_65_WORKING_DAYS'] }, '2021-09-30'),
};

describe('the services that a manager begins with', () => {
  const gateway = toldGateway({ Services: answer });

  it('are their own and no other, whatever the page is narrowed to, with most that is overdue first', async () => {
    const own = await askOwnServices(gateway, { ids: ['parks', 'bins'], asked }, asking);
    expect(own?.services?.map(({ name, href }) => [name, href])).toEqual([
      ['Bins', expect.stringMatching(/^\/services\/bins\?/)],
      ['Parks', expect.stringMatching(/^\/services\/parks\?/)],
    ]);
    const overdue = own?.services?.[0]?.cells.find(({ measure }) => measure === 'OVERDUE');
    expect([overdue?.exact, overdue?.href]).toEqual([
      '5',
      '/complaints?financialYears=2021-22&quarters=Q2&services=Bins&measure=OVERDUE',
    ]);
    expect(own?.heads.every(({ href }) => href === null)).toBe(true);
  });

  it('are none for whoever manages none', async () => {
    expect(await askOwnServices(gateway, { ids: [], asked }, asking)).toBeNull();
    expect(await askOwnServices(gateway, { ids: ['gone'], asked }, asking)).toBeNull();
  });

  it('keep their place where they cannot be had', async () => {
    const down = toldGateway({ Services: new GatewayRefusal('TIMEOUT', 'Too late') });
    expect(await askOwnServices(down, { ids: ['parks'], asked }, asking)).toMatchObject({ services: null });
  });
});
