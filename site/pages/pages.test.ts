import Fastify from 'fastify';
import { navigationFor } from '../server/navigation';
import { movingClock } from '../testing/people';
import { toldGateway } from '../testing/serve-pages';
import { addPages } from './pages';

describe('the pages of the site', () => {
  it('are there wherever the ways on of any role lead', async () => {
    const app = Fastify();
    const dataSource = {} as never;
    addPages(app, { page: () => '', gateway: toldGateway({}), dataSource, clock: movingClock() });
    await app.ready();
    const roles = ['analyst', 'manager', 'officer', 'partner', 'auditor', 'admin'];
    const ways = roles.flatMap((role) => navigationFor(role, '/').flatMap(({ items }) => items));
    const missing = ways.filter(({ href }) => !app.hasRoute({ method: 'GET', url: href }));
    expect(missing).toEqual([]);
    await app.close();
  });
});
