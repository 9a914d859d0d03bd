import { keyOf, refusedBy } from './came';

const FORM = { key: 'k1', version: '4', note: 'Called' };
const CODE = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' } as const;

const only = (name: string) => (part: string | null) => (part === name ? part : null);

describe('what the graph says to a command', () => {
  it('is nothing to tell where it was done', () => {
    expect(refusedBy({ __typename: 'CommandDone', version: 5 }, FORM, only('note'))).toBeNull();
  });

  it('stands beside the field that is meant, else at the head, with the law', () => {
    const said = { __typename: 'CommandRefused', message: 'Say why.', source: CODE };
    expect(refusedBy({ ...said, part: 'note' }, FORM, only('note'))).toMatchObject({
      problems: [
        { field: 'note', says: 'Say why. The Code, paragraph 6.3 (a code or guidance under the law).' },
      ],
      ...{ status: 400, form: FORM, meanwhile: [] },
    });
    expect(refusedBy({ ...said, source: null, part: 'stage' }, FORM, only('note'))?.problems).toEqual([
      { field: null, says: 'Say why.' },
    ]);
  });

  it('tells days as people write them', () => {
    const said = { __typename: 'CommandRefused', message: '2026-06-05 is before 2026-06-08.', part: 'on' };
    expect(refusedBy(said, FORM, only('on'))?.problems).toEqual([
      { field: 'on', says: '5 June 2026 is before 8 June 2026.' },
    ]);
  });

  it('sends the new version next where somebody changed it meanwhile, under the same name', () => {
    const since = [{ text: 'It was taken.', by: 'cora', at: '2026-12-01T10:00:00Z' }];
    const said = { __typename: 'ComplaintChanged', message: 'Changed.', version: 5, since };
    expect(refusedBy(said, FORM, only('note'))).toMatchObject({
      ...{ status: 409, meanwhile: since, form: { ...FORM, version: '5' } },
    });
  });

  it('has a new name where the old one was taken', () => {
    const said = { __typename: 'CommandUnusable', message: 'Taken.', part: 'key' };
    expect(refusedBy(said, FORM, only('note'))?.form.key).toMatch(/^[0-9a-f-]{36}$/);
    expect([keyOf(FORM), keyOf({})]).toEqual(['k1', expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });
});
