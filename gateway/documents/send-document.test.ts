import { askFile } from './send-document';

const HELD = { file: 'f', name: 'a', mediaType: 'text/plain', bytes: 1, sha256: 'h' };
const ask = (answer: object | null) =>
  askFile({ internally: async () => answer as never }, { part: 'adults', id: 'adults-1' }, {} as never);

describe('which file holds a document', () => {
  it('is told by the part, which records the reading', async () => {
    expect(await ask({ data: { file: HELD } })).toEqual(HELD);
  });

  it('is not told apart, where there is none or it is not for the caller', async () => {
    const forbidden = { data: null, errors: [{ message: 'Closed', extensions: { code: 'FORBIDDEN' } }] };
    for (const answer of [{ data: { file: null } }, forbidden])
      await expect(ask(answer)).rejects.toMatchObject({ status: 404 });
  });

  it('is not known where no answer comes, or the reading could not be recorded', async () => {
    const unrecorded = { data: { file: HELD }, errors: [{ message: 'Masked' }] };
    for (const answer of [null, unrecorded]) await expect(ask(answer)).rejects.toMatchObject({ status: 503 });
  });
});
