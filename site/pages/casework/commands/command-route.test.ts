import type { Operation } from '../../../gateway/gateway';
import { servePages } from '../../../testing/serve-pages';
import { commandForm, type Target } from './command-form';
import { addCommandRoute, type Came, type Meant } from './command-route';
import { words } from './fields/words';

const operation: Operation<{ outcome: Came | null }, Target & { readonly note: string }> = {
  toString: () => 'mutation DoNote { x }',
};
const meant: Meant<object> = {
  command: commandForm({ BIRDS: operation }, { note: words('The note', { missing: 'Write it.' }) }),
  ...{ about: {}, id: 'b1', part: 'BIRDS', version: 7, isOpen: true, whyNot: 'It is over.' },
  sendTo: '/birds/b1/note',
  help: async () => ({ articles: [], rules: null }),
  head: {
    title: 'Add a note',
    back: { href: '/birds/b1', text: 'Bird 1' },
    stands: 'Flying',
    needs: [],
    law: null,
  },
  afterwards: ({ version }) => `/birds/b1?did=${version}`,
};
const serve = (given: Partial<Meant<object>>, outcome: Came | null) =>
  servePages({
    answers: { DoNote: { outcome } },
    add: (app, makers) =>
      addCommandRoute(app, makers, {
        path: '/birds/:id/note',
        meantBy: async () => ({ ...meant, ...given }),
      }),
  });

describe('one page for every command', () => {
  it('shows the form with the version that was seen, and leads on when it is done', async () => {
    const site = await serve({}, { __typename: 'Done', version: 8 });
    expect((await site.get('/birds/b1/note')).body).toContain('name="version" value="7"');
    const { headers } = await site.post('/birds/b1/note', { version: '7', note: 'Seen' });
    expect(headers.location).toBe('/birds/b1?did=8');
    await site.stop();
  });

  it('says why where it is not open, and that nothing answered where nothing came', async () => {
    const closed = await serve({ isOpen: false }, null);
    expect((await closed.get('/birds/b1/note')).body).toContain('It is over.');
    await closed.stop();
    const silent = await serve({}, null);
    const { statusCode, body } = await silent.post('/birds/b1/note', { version: '7', note: 'Seen' });
    expect([statusCode, body.includes('Seen'), body.includes('does not answer just now')]).toEqual([
      ...[503, true, true],
    ]);
    await silent.stop();
  });
});
