import Fastify from 'fastify';
import { madeUpSession } from '../testing/people';
import { ForeignForm, maskedToken } from './check-form';
import { fieldsBeforeFile, readFileForm, takeFileForms } from './file-form';

const session = madeUpSession();
const TOKEN = maskedToken(session.formToken);

/** Posts a form of these parts, in this order, and gives what its reader made of it. */
async function post(parts: readonly (readonly [string, string, string?])[], url = '/') {
  const app = Fastify();
  app.decorateRequest('visitor', null);
  app.addHook('onRequest', async (request) => {
    request.visitor = { id: 'session', session };
  });
  takeFileForms(app);
  app.post('/late', fieldsBeforeFile);
  app.post('/', async (request) => {
    try {
      return await readFileForm(request, async (fields, { name, body }) => {
        const before = Object.keys(fields);
        const chunks: string[] = [];
        for await (const chunk of body) chunks.push(String(chunk));
        return { name, text: chunks.join(''), before };
      });
    } catch (error) {
      return { foreign: error instanceof ForeignForm };
    }
  });
  const body = parts
    .map(([name, value, file]) => {
      const named = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/csv`;
      return `--x\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n${value}\r\n`;
    })
    .concat('--x--\r\n')
    .join('');
  const headers = { 'content-type': 'multipart/form-data; boundary=x' };
  const answer = await app.inject({ method: 'POST', url, headers, body });
  await app.close();
  return answer.json();
}

describe('a form with a file', () => {
  it('hands the file over with the fields before it', async () => {
    const taken = await post([
      ['formToken', TOKEN],
      ['source', 'crm'],
      ['file', 'a,b', 'May.csv'],
      ['after', 'x'],
    ]);
    expect(taken.result).toEqual({ name: 'May.csv', text: 'a,b', before: ['formToken', 'source'] });
    expect(taken.fields).toMatchObject({ source: 'crm', after: 'x' });
  });

  it('that comes too late says what was chosen before the file, whoever sent it', async () => {
    const chosen = ['source', 'crm'] as const;
    const file = ['file', 'a,b\n'.repeat(100_000), 'May.csv'] as const;
    expect(await post([chosen, file, ['after', 'x']], '/late')).toEqual({ source: 'crm' });
    expect(await post([chosen], '/late')).toEqual({ source: 'crm' });
  });

  it('has no file where none was chosen', async () => {
    const taken = await post([
      ['formToken', TOKEN],
      ['file', '', ''],
    ]);
    expect(taken).toMatchObject({ result: null });
  });

  it.each([
    ['without the token', [['file', 'a', 'May.csv']]],
    [
      'with another’s',
      [
        ['formToken', maskedToken('another')],
        ['file', 'a', 'May.csv'],
      ],
    ],
    [
      'with the token after the file',
      [
        ['file', 'a', 'May.csv'],
        ['formToken', TOKEN],
      ],
    ],
  ] as const)('is foreign %s', async (_, parts) => {
    expect(await post(parts)).toEqual({ foreign: true });
  });
});
