import type { Visit } from '../doors/door';
import { answerMetadata, answerService } from './answers';

/** What an answer writes: its headers, and its body. */
function visited(accept?: string) {
  const written: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => void Object.assign(written, { [name]: value }),
    end: (body: string) => void Object.assign(written, { body }),
  };
  const request = { headers: { ...(accept && { accept }) } };
  return { visit: { request, response, origin: null } as unknown as Visit, written };
}

const none = new URLSearchParams();

describe('what is the same for everybody', () => {
  it('is $metadata as XML, or as JSON', () => {
    const schemas = { xml: '<Edmx/>', json: '{}' };
    for (const [accept, type, body] of [
      ['*/*', 'application/xml; charset=utf-8', '<Edmx/>'],
      ['application/json', 'application/json; charset=utf-8', '{}'],
    ] as const) {
      const { visit, written } = visited(accept);
      answerMetadata(visit, { schemas, parameters: none });
      expect(written).toEqual({ 'content-type': type, body });
    }
  });

  it('is the list of sets, and nothing that is asked of it', () => {
    const { visit, written } = visited('application/json;odata.metadata=none');
    answerService(visit, { sets: [], parameters: none });
    expect(written.body).toBe('{"value":[]}');
    const asking = () => answerService(visit, { sets: [], parameters: new URLSearchParams('$filter=x') });
    expect(asking).toThrow('There are $format');
  });
});
