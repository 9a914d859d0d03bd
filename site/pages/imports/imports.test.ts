import type { FastifyInstance } from 'fastify';
import type { ImportRunPageQuery, JobPageQuery } from '../../operations/__generated__/operations';
import { servePages } from '../../testing/serve-pages';
import { addPages } from '../pages';
import { addImportPages } from './imports';
import { addJobPage } from './job';
import { jobView } from './job-view';
import { briefly, noteOf, progressWords } from './job-words';
import { addLedger } from './ledger';
import { sendList } from './list';
import { addNewImport } from './new-import';
import { runView } from './run-view';
import { addVanished } from './vanished';

type JobPage = NonNullable<JobPageQuery['job']>;
type Run = NonNullable<ImportRunPageQuery['importRun']>;

const job: JobPage = {
  ...({ id: '7', kind: 'IMPORT', state: 'DONE' } as const),
  ...{ source: 'corporate-crm', file: 'May.csv', askedBy: 'ada' },
  ...{ askedAt: '2024-06-01T12:00:00Z', startedAt: null, endedAt: null, message: null, progress: null },
  ...{
    bytes: 104_900_000,
    sha256: 'a',
    refusal: null,
    canBeCancelled: false,
    fileKeptUntil: null,
    cancelledBy: null,
  },
  outcome: {
    ...{
      read: 320,
      loaded: 318,
      updated: 3,
      copies: 0,
      leftOut: 0,
      quarantined: 2,
      notes: ['Look at this.'],
    },
    leftOutFor: [],
    faults: [
      { code: 'BROKEN', count: 2, action: 'Noted.', first: [{ line: 3, column: 'Ref', value: null }] },
    ],
  },
  import: { id: '12', state: 'LOADED' },
};
const run: Run = {
  ...({ id: '12', kind: 'FILE', state: 'LOADED' } as const),
  ...{ source: 'corporate-crm', file: 'May.csv', refusal: null },
  ...{ startedAt: '2024-06-01T12:00:00Z', endedAt: null, undoneAt: null, undoneBy: null, vanished: 1 },
  ...{ read: 320, loaded: 318, updated: 3, copies: 0, leftOut: 0, quarantined: 2 },
  ...{ leftOutFor: [], faults: [{ name: 'BROKEN', count: 2 }] },
};
const none = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const answers = {
  UnseenJobs: { unseenJobs: [{ ...job, id: '6' }] },
  JobList: {
    ...{ underWay: { edges: [{ node: { ...job, state: 'WAITING', outcome: null } }] }, ended: none },
    sources: [
      { title: 'The corporate system', takenOverOn: null },
      { title: 'The adults’ system', takenOverOn: '2026-11-30' },
    ],
  },
  JobPage: ({ id }: { id: string }) => ({ job: id === '7' ? job : null }),
  SeeJob: { seen: { __typename: 'JobSeen' } },
  ImportSources: {
    sources: [
      { name: 'corporate-crm', title: 'The corporate system', takenOverOn: null },
      { name: 'adults', title: 'The adults’ system', takenOverOn: '2026-11-30' },
    ],
  },
  ImportLedger: { imports: { ...none, edges: [{ node: run }] } },
  ImportRunPage: ({ id }: { id: string }) => ({ importRun: id === '12' ? run : null, faultCodes: [] }),
  VanishedRecords: { vanished: none },
};

type Makers = Parameters<typeof addImportPages>[1];
const upload = async () => ({ id: '8' });

/** What somebody of a role is served, of these pages. */
const served = async (
  url: string,
  add: (app: FastifyInstance, makers: Makers) => void = addImportPages,
  role = 'admin',
) => {
  const pages = await servePages({
    add: (app, makers) => add(app, { ...makers, upload }),
    ...{ answers, session: { role, subject: 'ada' } },
  });
  const { statusCode, body } = await pages.get(url);
  await pages.stop();
  return { status: statusCode, body };
};

/** What somebody of a role is answered who asks for long work. */
const begun = async (url: string, started: object | null, role = 'admin') => {
  const pages = await servePages({
    add: (app, makers) => addImportPages(app, { ...makers, upload }),
    answers: { ...answers, StartRebuild: { started }, StartSearch: { started } },
    session: { role, subject: 'ada' },
  });
  const foreign = await pages.post(url, {}, 'another');
  const { statusCode, body, headers } = await pages.post(url);
  await pages.stop();
  return { foreign: foreign.statusCode, status: statusCode, body, location: headers.location };
};

describe.each(['/imports/search', '/imports/rebuild'])('asking for long work at %s', (url) => {
  it('is for admins alone, and leads to it', async () => {
    const added = { __typename: 'JobAdded', job: { id: '9' } };
    expect(await begun(url, added)).toMatchObject({ foreign: 403, status: 303, location: '/imports/9' });
    expect((await begun(url, added, 'analyst')).status).toBe(403);
  });

  it('is told that one is under way, with the way there, on a page that does not load itself again', async () => {
    const refused = { __typename: 'WorkUnderWay', message: 'One is under way.', job: { id: '5' } };
    const { status, body } = await begun(url, refused);
    expect(status).toBe(400);
    expect(body).toContain('<a href="/imports/5">One is under way.</a>');
    expect(body).not.toContain('http-equiv="refresh"');
    expect((await begun(url, null)).body).toContain('Try again in a minute');
  });
});

describe('the pages of imports', () => {
  it.each([
    ['/imports', addImportPages, /Under way/],
    [
      '/imports',
      (app: FastifyInstance, makers: Makers) =>
        void app.get('/imports', (request, reply) => sendList(makers, { request, reply })),
      /Build the figures anew/,
    ],
    ['/imports', addImportPages, /The adults’ system: taken over on 30 November 2026/],
    ['/imports/7', addJobPage, /Look at this\./],
    ['/imports/new', addNewImport, /The corporate system/],
    ['/imports/ledger', addLedger, /In effect/],
    ['/imports/ledger/12', addLedger, /Undo the import/],
    ['/imports/vanished', addVanished, /Nothing has vanished/],
  ])('show admins what is at %s, and nobody else', async (url, add, says) => {
    const shown = await served(url, add);
    expect([shown.status, shown.body]).toEqual([200, expect.stringMatching(says)]);
    expect((await served(url, add, 'analyst')).status).toBe(403);
  });

  it('let no file be sent of a system that was taken over', async () => {
    expect((await served('/imports/new', addNewImport)).body).not.toContain('The adults’ system');
  });

  it('are not found where there is nothing', async () => {
    expect((await served('/imports/99', addJobPage)).status).toBe(404);
    expect((await served('/imports/ledger/99', addLedger)).status).toBe(404);
  });

  it('tell of what has ended, on every page but its own', async () => {
    const listed = await served('/imports');
    expect(listed.body).toContain('May.csv: loaded 318 of 320 rows, 2 quarantined');
    expect((await served('/imports', addImportPages, 'admin')).body).toContain('href="/imports/6"');
    expect(addPages).toBeDefined();
  });

  it('say how a job stands, and what can be done with it', () => {
    expect(jobView(job, null)).toMatchObject({
      ...{ refreshSeconds: null, cancelAction: null, loadAction: null, runHref: '/imports/ledger/12' },
      ...{ quarantineHref: '/data-quality/quarantine?import=12', canBeUndone: true },
    });
    const waiting: JobPage = { ...job, state: 'WAITING', outcome: null, import: null, canBeCancelled: true };
    expect(jobView(waiting, null)).toMatchObject({ refreshSeconds: 2, cancelAction: '/imports/7/cancel' });
    expect(jobView(waiting, 'Too late.')).toMatchObject({ refreshSeconds: null, isUnderWay: true });
    expect(runView(run, [])).toMatchObject({ undoAction: '/imports/ledger/12/undo', hasVanished: true });
    expect(runView({ ...run, state: 'UNDONE' }, []).undoAction).toBeNull();
  });

  it('say what became of it in a few words', () => {
    expect(briefly({ ...job, kind: 'DRY_RUN' })).toBe('would load 318 of 320 rows, 2 quarantined');
    const progress = { step: 'RECORDING', done: 5, of: 320 } as const;
    const working = { ...job, outcome: null, state: 'WORKING', progress } as const;
    expect(briefly(working)).toBe('recorded 5 of 320');
    expect(briefly({ ...working, kind: 'REBUILD' })).toBe('applied 5 of 320 events');
    expect(briefly({ ...working, kind: 'SEARCH' })).toBe('comparing 5 records with all that is held');
    const searching = { step: 'READING', done: 1, of: null } as const;
    expect(briefly({ ...working, kind: 'SEARCH', progress: searching })).toBe('looked at 1 record so far');
    expect(noteOf({ ...job, outcome: null, state: 'REFUSED' })).toBe('May.csv: refused');
    expect(noteOf({ ...job, outcome: null, kind: 'UNDO' })).toBe('May.csv, undone');
    expect(noteOf({ ...job, outcome: null, kind: 'UNDO', state: 'CANCELLED' })).toBe(
      'Undoing May.csv: cancelled',
    );
    const putBack = { step: 'RECORDING', done: 5_000, of: 12_000 } as const;
    expect(progressWords(putBack, 'UNDO')).toBe('put back as they were: 5,000 of 12,000 records');
    expect(progressWords({ ...putBack, of: null }, 'UNDO')).toBe('looking up what the import brought');
    const sizes = [318, 12_000, 104_900_000].map(
      (bytes) => jobView({ ...job, bytes }, null).facts.at(-1)?.value,
    );
    expect(sizes).toEqual(['318 bytes', '12 KB', '105 MB']);
  });
});
