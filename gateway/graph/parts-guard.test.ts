import { type Library, startLibrary } from '../testing/start-library';

const AUDIT = 'Your role may not ask for audit. Open to the role `auditor`.';
const BORROWER = 'Your role may not ask for borrower. Open to the roles `manager` and `officer`.';

describe('parts under a gateway that guards nothing', () => {
  let library: Library;
  afterEach(() => library.stop());

  it.each([
    ['in this process', false],
    ['over HTTP', true],
  ])('refuse by themselves, in the words of a gateway that does: %s', async (_, overHttp) => {
    for (const unguarded of [false, true]) {
      library = await startLibrary({ unguarded, overHttp });
      const { body } = await library.ask('{ audit items { id ... on Book { title borrower } } }', {
        role: 'analyst',
      });
      const said = body.errors.map(({ message }: { message: string }) => message);
      expect(new Set(said)).toEqual(new Set([AUDIT, BORROWER]));
      expect(body.data).toMatchObject({
        audit: null,
        items: [{ title: 'Middlemarch', borrower: null }, {}, {}],
      });
      expect(
        new Set(body.errors.map((error: { extensions: { code: string } }) => error.extensions.code)),
      ).toEqual(new Set(['FORBIDDEN']));
      if (!unguarded) await library.stop();
    }
  });

  it('answer those who have the scope', async () => {
    library = await startLibrary({ unguarded: true });
    const audited = await library.ask('{ audit }', { role: 'auditor' });
    const borrowed = await library.ask('{ items { ... on Book { borrower } } }', { role: 'officer' });
    expect([audited.body.data.audit, borrowed.body.data.items[0].borrower]).toEqual(['audited', 'somebody']);
  });
});
