import { request as ask } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { RecordSet } from '../../platform/records/record-set';
import { exportsDoor } from '../doors/exports';
import type { RecordsQuestion, SentRecords } from '../graph/ask-records';
import { type Library, startLibrary } from '../testing/start-library';
import { exported, refuseOthers } from './open-records';
import { sendAnswer } from './send-answer';

const SET: RecordSet = {
  ...{ name: 'stages', part: 'insight', scope: 'facts', field: 'stageRecords', filter: 'Filter' },
  ...{ description: 'A stage a row.', columns: [{ name: 'id', type: 'text', description: 'Its id.' }] },
};
const DATED: RecordSet = {
  ...{ ...SET, name: 'dated' },
  columns: [...SET.columns, { name: 'changedAt', type: 'moment', description: 'When.' }],
};
const SUPERGRAPH =
  'type Query { a: Int } input Filter { stages: [Int!] } enum Dimension { STAGE } enum Measure { RECEIVED }';
const UNREAD_MILLIS = 300;

let library: Library;
let sends: (question: RecordsQuestion) => Omit<SentRecords, 'asAt'>;
let sent: Readable[] = [];
beforeAll(async () => {
  library = await startLibrary({
    furtherDoors: ({ ask: askGraph }) => [
      exportsDoor({
        ...{ supergraph: SUPERGRAPH, sets: [SET, DATED], unreadMillis: UNREAD_MILLIS },
        graph: {
          ask: async (question, caller) =>
            question.document.includes('noteFile')
              ? { status: 200, data: { noteFile: true }, errors: [] }
              : askGraph(question, caller),
          async records(question) {
            const answer = sends(question);
            sent.push(answer.records);
            return { ...answer, asAt: '2021-10-14' };
          },
        },
      }),
    ],
  });
});
afterAll(() => library.stop());
beforeEach(() => {
  sent = [];
});

const get = async (path: string, init: RequestInit = {}) =>
  fetch(`${library.url}/exports/${path}`, {
    ...init,
    headers: {
      authorization: `Bearer ${await library.token('analyst')}`,
      'accept-encoding': 'identity',
      ...init.headers,
    },
  });
const lines = (count: number) =>
  Readable.from(Array.from({ length: count }, (_, place) => Buffer.from(`${place}\n`)));
async function* endless() {
  for (;;) {
    yield Buffer.from('x\n'.repeat(10_000));
    await wait(0);
  }
}
const untilLetGo = async () => {
  for (let time = 0; time < 200 && sent.some(({ destroyed }) => !destroyed); time += 1) await wait(20);
  return sent.every(({ destroyed }) => destroyed);
};

describe('a file', () => {
  it('says what it is before it comes, and asks for what was asked', async () => {
    const questions: RecordsQuestion[] = [];
    sends = (question) => {
      questions.push(question);
      return { count: 3, records: lines(3) };
    };
    const response = await get('stages.json?stages=1,2');
    expect(await response.json()).toEqual([{ id: '0' }, { id: '1' }, { id: '2' }]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      ...{ 'x-row-count': '3', 'x-as-at': '2021-10-14', 'cache-control': 'no-store' },
      ...{ 'content-type': 'application/json; charset=utf-8' },
      'content-disposition': 'attachment; filename="stages.json"',
    });
    expect(questions).toEqual([
      { set: SET, where: { stages: [1, 2] }, changedSince: null, writing: 'TABBED' },
    ]);
  });

  it('is read from a moment on where its rows say when they changed', async () => {
    const questions: RecordsQuestion[] = [];
    sends = (question) => {
      questions.push(question);
      return { count: 0, records: Readable.from([]) };
    };
    const [changedSince, parameter] = ['2021-10-14T08:00:00Z', 'changedSince=2021-10-14T08:00:00Z'];
    expect(await (await get(`dated.json?${parameter}`)).json()).toEqual([]);
    expect((await get(`stages.json?${parameter}`)).status).toBe(400);
    expect(questions).toEqual([{ ...{ set: DATED, where: {}, changedSince, writing: 'TABBED' } }]);
  });

  it.each(['json', 'csv', 'parquet', 'xlsx'])('that breaks off has no end: %s', async (format) => {
    for (const records of [
      () => lines(2),
      () =>
        Readable.from(
          (async function* () {
            yield Buffer.from('id\n1\n');
            throw new Error('The statement failed');
          })(),
        ),
    ]) {
      sends = () => ({ count: 4, records: records() });
      await expect(get(`stages.${format}`).then((response) => response.arrayBuffer())).rejects.toThrow();
    }
    const packed = get(`stages.${format}`, { headers: { 'accept-encoding': 'gzip' } });
    await expect(packed.then((response) => response.arrayBuffer())).rejects.toThrow();
  });

  it('with more rows than a sheet has is refused before anything of it is sent', async () => {
    sends = () => ({ count: 1_048_576, records: lines(1) });
    const response = await get('stages.xlsx');
    expect([response.status, (await response.json()).errors[0]]).toEqual([
      400,
      {
        message: expect.stringContaining('ask for /exports/stages.csv or .parquet'),
        extensions: { code: 'TOO_MANY_ROWS' },
      },
    ]);
    expect(await untilLetGo()).toBe(true);
  });

  it('of which the head alone is wanted is let go of', async () => {
    sends = () => ({ count: 7, records: Readable.from(endless()) });
    const response = await get('stages.csv', { method: 'HEAD' });
    expect([response.headers.get('x-row-count'), await response.text()]).toEqual(['7', '']);
    expect(await untilLetGo()).toBe(true);
  });

  it('is let go of when the caller hangs up', async () => {
    sends = () => ({ count: 7, records: Readable.from(endless()) });
    const caller = new AbortController();
    const response = await get('stages.csv', { signal: caller.signal });
    caller.abort();
    await expect(response.arrayBuffer()).rejects.toThrow();
    expect(await untilLetGo()).toBe(true);
  });

  it('is cut off when the caller reads nothing for too long', async () => {
    sends = () => ({ count: 7, records: Readable.from(endless()) });
    const headers = { authorization: `Bearer ${await library.token('analyst')}` };
    const cut = new Promise((resolve) => {
      const asked = ask(`${library.url}/exports/stages.csv`, { headers }, (response) => {
        response.pause();
        response.once('error', resolve).once('close', resolve);
        setTimeout(() => response.resume(), UNREAD_MILLIS * 4);
      });
      asked.once('error', resolve);
      asked.end();
    });
    expect(await untilLetGo()).toBe(true);
    await cut;
  });

  it('is one of two at a time for one caller; a further one waits', async () => {
    sends = () => ({ count: 1, records: Readable.from(endless()) });
    const open = await Promise.all([get('stages.csv'), get('stages.csv')]);
    const third = get('stages.csv');
    const first = await Promise.race([third.then(() => 'answered'), wait(200).then(() => 'waits')]);
    expect([first, sent.length]).toEqual(['waits', 2]);
    await open[0].body?.cancel();
    const answered = await third;
    await Promise.all([answered.body?.cancel(), open[1].body?.cancel()]);
    expect(await untilLetGo()).toBe(true);
  });
});

describe('who may not have records', () => {
  const who = { subject: 'x', role: 'analyst', streams: [], services: [], partner: null };

  it('is told to whom they are open, or what to ask instead', () => {
    expect(() => refuseOthers(SET, { ...who, scopes: ['facts'] }, exported(SET))).not.toThrow();
    expect(() => refuseOthers(SET, { ...who, scopes: ['figures'] }, exported(SET))).toThrow(
      'Open to the roles `analyst`',
    );
    expect(() =>
      refuseOthers(SET, { ...who, scopes: ['facts'], smallNumbersBelow: 5 }, exported(SET)),
    ).toThrow('/exports/measures');
  });
});

describe('an answer', () => {
  it('is not begun for a caller who has gone', async () => {
    const destroyed: boolean[] = [];
    const response = { closed: true, destroy: () => destroyed.push(true) } as never;
    await expect(sendAnswer(response, Readable.from(['a']))).rejects.toThrow('gone');
    expect(destroyed).toEqual([true]);
  });

  it('ends for whoever is admitted no more while it is sent', async () => {
    const sent: string[] = [];
    const destroy = jest.fn();
    const response = { write: (chunk: string) => sent.push(chunk), destroy } as never;
    async function* chunks() {
      yield 'a';
      await new Promise((resolve) => setTimeout(resolve, 1_050));
      yield 'b';
    }
    const admitAgain = () => Promise.reject(new Error('revoked'));
    await expect(sendAnswer(response, chunks(), { admitAgain })).rejects.toThrow('revoked');
    expect([sent, destroy.mock.calls.length]).toEqual([['a'], 1]);
  });
});
