import { keepInPart, NotKept } from './keep-in-part';

const asked = { stream: 'adults', complaint: 'adults-1', key: 'k', source: 'UPLOAD', name: null } as const;
const caller = { identity: { subject: 'olu' } } as never;
const keep = (answer: object | null) =>
  keepInPart({ internally: async () => answer as never }, { asked, documents: [], caller });
const kept = (outcome: object) => ({ data: { kept: { ids: ['adults-k'], files: ['f'], outcome } } });

describe('having a part keep documents', () => {
  it('gives what it keeps', async () => {
    expect(await keep(kept({ __typename: 'CommandDone', version: 3 }))).toEqual({
      ids: ['adults-k'],
      files: ['f'],
      version: 3,
    });
  });

  it.each([
    ['CASE_NOT_FOUND', 404],
    ['SERVICE_NOT_OWN', 403],
    ['KEPT_ELSEWHERE', 409],
  ])('knows for certain that nothing is kept where it refuses: %s', async (code, status) => {
    const refused = keep(kept({ __typename: 'X', code, message: 'No.' }));
    await expect(refused).rejects.toBeInstanceOf(NotKept);
    await expect(refused).rejects.toMatchObject({ status, code });
  });

  it('leaves open whether it is, where no answer comes or one that cannot be read', async () => {
    for (const answer of [null, { data: { kept: {} } }, { errors: [{ message: 'x' }] }]) {
      const lost = keep(answer);
      await expect(lost).rejects.not.toBeInstanceOf(NotKept);
      await expect(lost).rejects.toMatchObject({ status: 503 });
    }
  });
});
