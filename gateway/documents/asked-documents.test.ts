import { checkAttached, checkWorks, DOCUMENTS_PATH, streamOf } from './asked-documents';

const KEY = '00000000-0000-4000-8000-000000000001';
const asked = (query: string, headers = {}) =>
  checkAttached({ request: { url: `${DOCUMENTS_PATH}?${query}`, headers } as never }, [
    'corporate',
    'adults',
  ]);

describe('what is asked of documents', () => {
  it('names complaint, command and file', () => {
    const headers = { 'content-disposition': 'attachment; filename="a.pdf"' };
    expect(asked(`complaint=adults-1&key=${KEY}&source=LETTER`, headers)).toEqual({
      ...{ stream: 'adults', complaint: 'adults-1', key: KEY, source: 'LETTER', name: 'a.pdf' },
    });
    expect(asked(`complaint=corporate-1&key=${KEY}`)).toMatchObject({ source: 'UPLOAD', name: null });
  });

  it('is refused with how to write it', () => {
    expect(() => asked(`complaint=corporate&key=${KEY}`)).toThrow('by its id');
    expect(() => asked('complaint=corporate-1&key=1')).toThrow('UUID');
    expect(() => asked(`complaint=corporate-1&key=${KEY}`, { 'content-type': 'multipart/mixed' })).toThrow(
      'not a form',
    );
  });

  it('is for those who work on complaints', () => {
    const identity = (scopes: string[]) => ({ identity: { subject: 'x', scopes } as never });
    expect(() => checkWorks(identity(['facts']))).toThrow('Officers and managers may');
    expect(checkWorks(identity(['casework']))).toBeUndefined();
  });

  it('knows a stream by the whole of its name', () => {
    expect([
      streamOf('adults-1', ['adults']),
      streamOf('adultsx-1', ['adults']),
      streamOf('', ['adults']),
    ]).toEqual([...['adults', null, null]]);
  });
});
