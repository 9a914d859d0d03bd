import { type TestDatabase, testDatabase } from '../../platform/testing/database';
import { withSettings } from '../../platform/testing/with-settings';
import { siteSchema } from '../schema';
import { createSeal } from '../sessions/seal';
import { movingClock } from '../testing/people';
import { formOf, newDraft, withStep } from './draft';
import { createDrafts, type Drafts, MOST_DRAFTS } from './drafts';

const DAY = 24 * 60;
const begun = (id: string, subject = 'olu') => newDraft({ id, subject, begunOn: '2026-12-01' });

describe('drafts', () => {
  const clock = movingClock('2026-12-01T09:00:00Z');
  let database: TestDatabase;
  let drafts: Drafts;
  const asSite = (statement: string) =>
    withSettings(database.owner, { role: 'site' }, (runner) => runner.query(statement));

  beforeAll(async () => {
    database = await testDatabase([siteSchema]);
    const seal = createSeal({ secret: 'the secret of the site', purpose: 'drafts' });
    drafts = createDrafts({ dataSource: database.of('site'), seal, clock });
  });
  afterAll(() => database?.stop());

  it('are found and changed by whose they are and nobody else, and begin once', async () => {
    expect(await drafts.begin(begun('d1'))).toBe(true);
    await drafts.change('d1', 'olu', (draft) =>
      withStep(draft, 'what', { form: { summary: 'Hidden Lane' }, seen: 0 }),
    );
    expect(await drafts.begin(begun('d1'))).toBe(true);
    const found = await drafts.find('d1', 'olu');
    expect(found && formOf(found)).toEqual({ summary: 'Hidden Lane' });
    expect(await drafts.list('olu')).toEqual([found]);
    expect([await drafts.find('d1', 'cora'), await drafts.list('cora')]).toEqual([null, []]);
    expect(await drafts.change('d1', 'cora', (draft) => draft)).toBeNull();
    await drafts.remove('d1', 'cora');
    expect(await drafts.find('d1', 'olu')).not.toBeNull();
  });

  it('cannot be read in the database, nor by another role than the site', async () => {
    const kept = JSON.stringify(await asSite('select * from site.draft'));
    expect(kept).not.toMatch(/Hidden|olu|"d1"/);
    for (const role of ['officer', 'admin', ''])
      expect(
        await withSettings(database.of('site'), { role, subject: 'olu' }, (runner) =>
          runner.query('select 1 from site.draft'),
        ),
      ).toEqual([]);
  });

  it('take changes one after the other', async () => {
    await drafts.begin(begun('d2'));
    await Promise.all(
      ['a', 'b', 'c', 'd'].map((step) =>
        drafts.change('d2', 'olu', (draft) => withStep(draft, step, { form: { [step]: 'said' }, seen: 0 })),
      ),
    );
    const found = await drafts.find('d2', 'olu');
    expect(found && Object.keys(found.steps).sort()).toEqual(['a', 'b', 'c', 'd']);
    await drafts.remove('d2', 'olu');
    expect(await drafts.find('d2', 'olu')).toBeNull();
  });

  it('lead to what they became for a day, and are in no list then', async () => {
    await drafts.begin(begun('d3', 'ada'));
    await drafts.change('d3', 'ada', (draft) => ({ ...draft, steps: {}, became: 'corporate-1' }));
    expect(await drafts.list('ada')).toEqual([]);
    expect(await drafts.find('d3', 'ada')).toMatchObject({ became: 'corporate-1' });
    clock.move(DAY + 1);
    expect(await drafts.find('d3', 'ada')).toBeNull();
  });

  it('go thirty days after they were saved last', async () => {
    await drafts.begin(begun('d4', 'dee'));
    clock.move(29 * DAY);
    await drafts.change('d4', 'dee', (draft) => draft);
    clock.move(29 * DAY);
    expect(await drafts.list('dee')).toHaveLength(1);
    clock.move(2 * DAY);
    expect(await drafts.list('dee')).toEqual([]);
    await drafts.begin(begun('d5', 'dee'));
    expect(await asSite('select count(*)::int as count from site.draft')).toEqual([{ count: 1 }]);
  });

  it('are so many of a person at most, and none is dropped for another', async () => {
    for (let count = 1; count <= MOST_DRAFTS; count++) await drafts.begin(begun(`many-${count}`, 'mel'));
    expect(await drafts.begin(begun('one-more', 'mel'))).toBe(false);
    expect(await drafts.list('mel')).toHaveLength(MOST_DRAFTS);
    await drafts.change('many-1', 'mel', (draft) => ({ ...draft, became: 'corporate-2' }));
    expect(await drafts.begin(begun('one-more', 'mel'))).toBe(true);
  });
});
