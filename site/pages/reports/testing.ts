import type { FastifyInstance } from 'fastify';
import { type Answers, servePages } from '../../testing/serve-pages';
import type { PageMakers } from '../page-makers';
import { addReportPages } from './reports';

export const ID = 'mid-year-progress.2021-22.Q2';

const QUESTION = {
  ...{
    measure: 'RECEIVED',
    asAt: '2021-10-01',
    streams: ['CORPORATE'],
    stages: [1],
    financialYears: ['2021-22'],
  },
  ...{ quarters: null, from: null, to: null, services: null, directorates: null, themes: null },
  ...{ channels: null, outcomes: null, routes: null },
};

/** A cell as the graph tells it. */
export const cell = (given: object = {}) => ({
  ...{ id: 't/received/so-far', state: 'TOLD', text: '122', value: 122, numerator: null, denominator: null },
  ...{ rag: null, direction: null, missing: null, question: QUESTION, ...given },
});

/** Something to be looked at, as the graph tells it. */
export const check = (given: object = {}) => ({
  ...{ kind: 'COMMENTARY_MISSING', isBlocking: true, words: 'Nothing is said.', count: 1 },
  ...{ streams: [], sections: ['demand'], moves: [], ...given },
});

const VERSION = {
  ...{ version: 1, state: 'DRAFT', reason: null, openedBy: 'olu', openedAt: '2021-10-15T11:00:00Z' },
  ...{ frozenBy: null, frozenAt: null, frozenDespite: null },
};

/** A report as the graph tells it: a draft with a section that asks for words. */
export const report = (given: object = {}) => ({
  ...{ id: ID, title: 'Progress report', financialYear: '2021-22', upTo: 'Q2', from: '2021-04-01' },
  ...{ to: '2021-09-30', version: 1, state: 'DRAFT', definitionVersion: 1, isPublic: false },
  ...{ asAt: '2021-10-01', partial: [], seen: 'as-it-is', versions: [VERSION], leftOver: [] },
  definition: {
    key: 'mid-year-progress',
    title: 'Progress',
    rule: 'By custom',
    audience: 'Members',
    version: 1,
  },
  checks: [check()],
  sections: [
    {
      ...{ key: 'demand', heading: 'Demand', level: 2, rule: null, paragraphs: ['A sentence.'] },
      ...{ prompt: 'Say why. Name nobody.', commentary: null, blanks: [] },
      tables: [
        {
          ...{ key: 't', title: 'Complaints', rowHead: 'Measure', notes: ['A note.'] },
          columns: [{ key: 'so-far', label: '2021-22', kind: 'FIGURE' }],
          rows: [{ key: 'received', label: 'Received', cells: [cell()] }],
        },
      ],
    },
  ],
  ...given,
});

/** A version that was frozen, as the graph tells it. */
export const frozenVersion = (given: object = {}) => ({
  ...{ ...VERSION, state: 'FROZEN', frozenBy: 'olu', frozenAt: '2021-10-16T11:00:00Z', ...given },
});

const add = (app: FastifyInstance, makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>) =>
  addReportPages(app, makers);

async function once<Answer>(
  answers: Answers,
  role: string,
  use: (pages: Awaited<ReturnType<typeof servePages>>) => Promise<Answer>,
) {
  const session = { role, subject: 'olu' };
  const pages = await servePages({ add, answers, session, now: '2021-10-15T12:00:00Z' });
  try {
    return await use(pages);
  } finally {
    await pages.stop();
  }
}

/** Asks a page of a site that has just begun. */
export const get = (url: string, answers: Answers, role = 'officer') =>
  once(answers, role, async (pages) => ({ ...(await pages.get(url)), asked: pages.asked }));

/** Sends a form to it. */
export const post = (url: string, fields: Record<string, string>, answers: Answers, role = 'officer') =>
  once(answers, role, async (pages) => ({ ...(await pages.post(url, fields)), asked: pages.asked }));
