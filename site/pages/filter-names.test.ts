import { GatewayRefusal } from '../gateway/refusal';
import { toldGateway } from '../testing/serve-pages';
import { askFilterNames } from './filter-names';

const asking = { accessToken: 'token', requestId: 'request' };
const service = (name: string) => ({ id: name.toLowerCase(), name, directorate: 'Place' });
const down = new GatewayRefusal('TIMEOUT', 'slow');

/** A gateway whose services a test changes. */
function changingGateway(services: string[]) {
  return toldGateway({
    FilterNames: () => ({ services: services.map(service), channels: [{ name: 'Email' }] }),
    FilterThemes: { themes: { rows: [{ theme: 'Delay' }, { theme: null }] } },
  });
}

describe('the names that a filter can have', () => {
  afterEach(() => jest.restoreAllMocks());

  it('are those of the council and of the records', async () => {
    expect(await askFilterNames(changingGateway(['Roads', 'Parks']), asking, {})).toEqual({
      choices: {
        services: ['Roads', 'Parks'],
        directorates: ['Place'],
        themes: ['Delay'],
        channels: ['Email'],
      },
      services: [service('Roads'), service('Parks')],
    });
  });

  it('are asked once a minute, for each person', async () => {
    const gateway = changingGateway(['Roads']);
    const now = jest.spyOn(performance, 'now').mockReturnValue(1_000);
    await askFilterNames(gateway, asking, {});
    now.mockReturnValue(60_999);
    await askFilterNames(gateway, asking, { services: 'Roads', themes: ['Delay', 'Not recorded'] });
    expect(gateway.asked).toHaveLength(2);
    now.mockReturnValue(61_000);
    await askFilterNames(gateway, asking, {});
    expect(gateway.asked).toHaveLength(4);
    await askFilterNames(gateway, { ...asking, accessToken: 'another' }, {});
    expect(gateway.asked).toHaveLength(6);
  });

  it('are asked anew for a name that is not among them', async () => {
    const names = ['Roads'];
    const gateway = changingGateway(names);
    await askFilterNames(gateway, asking, {});
    names.push('Parks');
    expect(
      (await askFilterNames(gateway, asking, { services: ['Roads', 'Parks'] })).choices.services,
    ).toEqual(['Roads', 'Parks']);
  });

  it('cost nothing else where they cannot be had, and are asked again', async () => {
    const gateway = toldGateway({ FilterNames: down, FilterThemes: { themes: null } });
    const lost = { services: null, directorates: null, channels: null, themes: [] };
    expect((await askFilterNames(gateway, asking, {})).choices).toEqual(lost);
    await askFilterNames(gateway, asking, {});
    expect(gateway.asked).toHaveLength(4);
  });

  it('are kept of so many people and no more', async () => {
    const gateway = changingGateway([]);
    for (let person = 0; person <= 500; person += 1)
      await askFilterNames(gateway, { ...asking, accessToken: String(person) }, {});
    gateway.asked.splice(0);
    await askFilterNames(gateway, { ...asking, accessToken: '500' }, {});
    expect(gateway.asked).toHaveLength(0);
    await askFilterNames(gateway, { ...asking, accessToken: '0' }, {});
    expect(gateway.asked).toHaveLength(2);
  });
});
