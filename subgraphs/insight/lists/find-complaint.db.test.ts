import fc from 'fast-check';
import type { TestDatabase } from '../../../platform/testing/database';
import { ask, complaintChanged, insightDatabase, project, stage } from '../testing/fixtures';
import { complaint } from './find-complaint';

let database: TestDatabase;
beforeAll(async () => {
  database = await insightDatabase();
});
afterAll(() => database.stop());

describe('one complaint', () => {
  const find = (by: { id?: string | null; reference?: string | null }) =>
    ask(database, (context) => complaint(context, by));
  beforeAll(() =>
    project(database, [
      complaintChanged({
        id: 'corporate-found',
        stages: [
          stage({ id: 'corporate-stage-found', reference: '100278577', receivedOn: '2021-05-01' }),
          stage({
            id: 'corporate-stage-again',
            reference: 'CRM 100299999',
            number: 2,
            receivedOn: '2021-06-01',
          }),
        ],
      }),
      complaintChanged({
        id: 'corporate-older',
        stages: [stage({ id: 'corporate-stage-older', reference: 'SHARED', receivedOn: '2021-05-01' })],
      }),
      complaintChanged({
        id: 'schools-newer',
        stages: [stage({ id: 'schools-stage-newer', reference: 'SHARED', receivedOn: '2021-05-02' })],
      }),
      complaintChanged({
        id: 'childrens-typed',
        stages: [stage({ id: 'childrens-stage-typed', reference: 'CSC-2198', receivedOn: '2021-05-02' })],
      }),
      complaintChanged({
        id: 'childrens-twin',
        stages: [stage({ id: 'childrens-stage-twin', reference: 'CSC-77', receivedOn: '2021-05-02' })],
      }),
      complaintChanged({
        id: 'childrens-other-twin',
        stages: [stage({ id: 'childrens-stage-other-twin', reference: 'csc 77', receivedOn: '2021-05-03' })],
      }),
      complaintChanged({
        id: 'corporate-cut-short',
        stages: [stage({ id: 'corporate-stage-cut-short', reference: '9.1E+08', receivedOn: '2021-05-03' })],
      }),
      complaintChanged({
        id: 'corporate-not-cut',
        stages: [stage({ id: 'corporate-stage-not-cut', reference: '9.2-E-08', receivedOn: '2021-05-03' })],
      }),
      complaintChanged({
        id: 'schools-as-new',
        stages: [stage({ id: 'schools-stage-as-new', reference: 'SHARED', receivedOn: '2021-05-02' })],
      }),
    ]),
  );

  it('is found by its id, and by the reference of any of its stages, spaces aside', async () => {
    const found = { __typename: 'CorporateComplaint', id: 'corporate-found' };
    expect(await find({ id: 'corporate-found' })).toEqual(found);
    expect(await find({ id: 'corporate-found', reference: null })).toEqual(found);
    expect(await find({ reference: '100278577' })).toEqual(found);
    expect(await find({ id: null, reference: ' CRM 100299999 ' })).toEqual(found);
  });

  it.each([
    ['#100278577', 'corporate-found'],
    ['100 278 577', 'corporate-found'],
    ['\u00a0100278577\u200b', 'corporate-found'],
    ['="100278577"', 'corporate-found'],
    ['crm-100299999', 'corporate-found'],
    ['csc-2198', 'childrens-typed'],
    [' Csc \u2013 2198 ', 'childrens-typed'],
    ['csc/2198', 'childrens-typed'],
    ['shared!', 'schools-as-new'],
    ['CSC-77', 'childrens-twin'],
    [' csc  77', 'childrens-other-twin'],
    ['9.1E+08', 'corporate-cut-short'],
  ])('is found by what people type: %j', async (reference, id) => {
    expect(await find({ reference })).toMatchObject({ id });
  });

  it('is found by its reference in any case, with any marks, spaces and invisible characters', async () => {
    const mark = fc.constantFrom('', ' ', '-', '#', '/', '\u2013', '\u00a0', '\u200b', '\u00ad', '\t');
    const typed = fc.constantFrom('CRM 100299999', '100278577', 'CSC-2198').chain((reference) =>
      fc.tuple(
        fc.constant(reference),
        fc.array(fc.tuple(mark, fc.boolean()), {
          minLength: reference.length,
          maxLength: reference.length,
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(typed, async ([reference, marks]) => {
        const written = [...reference].map((letter, place) => {
          const [before = '', isLower = false] = marks[place] ?? [];
          return before + (isLower ? letter.toLowerCase() : letter);
        });
        expect(await find({ reference: written.join('') })).toEqual(await find({ reference }));
      }),
      { numRuns: 40, seed: 5 },
    );
  });

  it.each([
    ['another number', '#100278578'],
    ['a part of it', '278577'],
    ['a nought more', 'CSC-02198'],
    ['no more than marks', ' #- '],
    ['a character lost', 'CSC-\ufffd2198'],
    ['what a spreadsheet cut short', '9.2E-08'],
  ])('is not found by %s', async (_what, reference) => {
    expect(await find({ reference })).toBeNull();
  });

  it('is refused, with what is held, where a reference could be short for several', async () => {
    expect(await find({ reference: 'csc77' }).catch((error: unknown) => error)).toMatchObject({
      message: '`reference` fits several complaints: csc 77, CSC-77. Write the one that is meant exactly so.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is null where there is none', async () => {
    for (const by of [
      { id: 'corporate-unknown' },
      { id: '' },
      { reference: '1' },
      { reference: ' ' },
      { id: "' or true --" },
    ]) {
      expect(await find(by)).toBeNull();
    }
  });

  it('is null for those who may not see it', async () => {
    for (const caller of [{ role: 'auditor' }, { role: 'partner', partner: 'stockport-homes' }]) {
      expect(
        await ask(database, (context) => complaint(context, { id: 'corporate-found' }), caller),
      ).toBeNull();
      expect(
        await ask(database, (context) => complaint(context, { reference: '100278577' }), caller),
      ).toBeNull();
    }
  });

  it('is the one received last where several share a reference, then the one whose id comes first', async () => {
    expect(await find({ reference: 'SHARED' })).toMatchObject({ id: 'schools-as-new' });
  });

  it.each([
    [{}, '`id` and `reference` are both missing: give exactly one of the two.'],
    [{ id: null, reference: null }, '`id` and `reference` are both missing: give exactly one of the two.'],
    [
      { id: 'corporate-found', reference: '1' },
      '`id` and `reference` are both given: give exactly one of the two.',
    ],
  ])('is refused for %j', async (by, message) => {
    expect(await find(by).catch((error: unknown) => error)).toMatchObject({
      message,
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});
