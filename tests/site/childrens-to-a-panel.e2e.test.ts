import { JOURNEY_MILLIS, Office, START_MILLIS } from './journeys-at-work/office';
import type { Worker } from './journeys-at-work/worker';

const OF_VISITS = {
  ...{ channel: 'In person', serviceId: 'childrens-assessment', theme: 'Communication' },
  summary: 'Visits were cancelled, and nobody rang.',
  points: ['Visits were cancelled.', 'Nobody rang.'],
  parties: [{ kind: 'CHILD', forename: 'Made', surname: 'Up', bornOn: '2012-04-01' }],
};
const FOUND = { 'Finding on element 1': 'Upheld', 'Finding on element 2': 'Partially upheld' };
/** What a report found stands in the answer already. */
const TOLD = { 'What the complainant was told, in short': 'You were right about the visits.' };
const REPORT = 'Record the report of the investigation';
const MET = 'Record that the panel met';
const AS = [
  ['Investigating officer', 'Ian Officer', 'io-1'],
  ['Independent person', 'Indira Person', 'ip-1'],
  ['Adjudicating officer', 'Ada Judge', 'ao-1'],
] as const;

const member = (row: number, name: string, id: string) => ({
  [`Name of person ${row}`]: name,
  [`Sign-in or id of person ${row}`]: id,
});
const PANEL = { ...member(1, 'Pat One', 'p-1'), ...member(2, 'Pat Two', 'p-2') };

describe('a child’s complaint that goes to a panel', () => {
  const office = new Office();
  beforeAll(() => office.open(), START_MILLIS);
  afterAll(() => office.close());

  it.each([true, false])(
    'goes through its three stages by what pages offer (with script: %s)',
    async (hasScript) => {
      office.on('2026-06-01');
      const at = await office.record('Childrens', OF_VISITS);
      const [olu, bea] = [await office.worker('olu', hasScript), await office.worker('bea', hasScript)];
      const wrong: string[] = [];
      await answeredByTheService(at, { olu, bea });
      await investigated(at, { olu, bea });
      wrong.push(...(await olu.look('childrens-answered-at-2')));
      await beforeThePanel(at, olu, wrong);
      expect([...wrong, ...(await office.everybodyGoesHome())]).toEqual([]);
    },
    JOURNEY_MILLIS,
  );

  async function answeredByTheService(at: string, { olu, bea }: Record<'olu' | 'bea', Worker>) {
    office.on('2026-06-02');
    await olu.goTo(at);
    await olu.does('Acknowledge it');
    const early = await olu.isRefused('Take it to the next stage');
    expect(early).toContain('Getting the Best from Complaints (2006), stage 1');
    await olu.goTo(at);
    await olu.does('Give it to somebody', { 'To whom': 'bea' });
    office.on('2026-06-04');
    await bea.goTo(at);
    await bea.does('Take it');
    const done = await bea.does('Answer it', {
      ...{ 'Finding on element 1': 'Not upheld', 'Finding on element 2': 'Not upheld' },
      'What was found of it as a whole': 'Not upheld',
      'What the complainant was told, in short': 'The visits were moved, not cancelled.',
    });
    expect(done).toMatch(/^It was answered: not upheld\./);
    expect((await bea.stands())['The complainant may go to']).toBe('stage 2, asked for by 2 July 2026');
  }

  async function investigated(at: string, { olu, bea }: Record<'olu' | 'bea', Worker>) {
    office.on('2026-06-05');
    await olu.goTo(at);
    await olu.does('Take it to the next stage');
    expect(await olu.stands()).toEqual({
      ...{ 'Stands at': 'Asked for, to be agreed in writing', 'Waits for': 'the central team' },
      'Who has it': 'Nobody',
      Next: 'Investigate and adjudicate it: due in 25 working days (10 July 2026)',
    });
    expect(await olu.isRefused(REPORT, FOUND)).toContain(
      'The law wants these appointed first: investigating officer, independent person. SI 2006/1738, regulation 17(2)',
    );
    await bea.goTo(at);
    expect(await bea.whyNot('Agree what is complained of')).toBe('For the central team to do.');
    await olu.goTo(at);
    for (const [as, name, id] of AS)
      await olu.does('Appoint somebody', { 'As what': as, Name: name, 'Sign-in or id': id });
    office.on('2026-06-09');
    await olu.goTo(at);
    await olu.does('Agree what is complained of');
    expect(await olu.stands()).toMatchObject({
      ...{ 'Stands at': 'Being investigated', 'Waits for': 'whoever investigates' },
      Next: 'Investigate and adjudicate it: due in 25 working days (14 July 2026)',
    });
    office.on('2026-06-17');
    await olu.goTo(at);
    await olu.does(REPORT, FOUND);
    await olu.does('Answer it', TOLD);
  }

  async function beforeThePanel(at: string, olu: Worker, wrong: string[]) {
    office.on('2026-06-22');
    await olu.goTo(at);
    await olu.does('Take it to the next stage');
    await olu.does('Acknowledge it');
    const meeting = { 'The day on which it is to meet': '2026-06-26' };
    const partial = { ...PANEL, ...member(3, 'Indira Person', 'ip-1'), ...meeting };
    expect(await olu.isRefused('Arrange the panel', partial)).toContain(
      'Name somebody else in their place. SI 2006/1738, regulation 19(2) and (3)',
    );
    wrong.push(...(await olu.look('childrens-panel-refused')));
    await olu.does('Arrange the panel', member(3, 'Pat Three', 'p-3'));
    expect((await olu.stands()).Next).toBe('Hold the panel: due in 30 working days (3 August 2026)');
    const early = await olu.isRefused(MET, { 'The day on which it met': '2026-06-26' });
    expect(early).toContain('That day is still to come.');
    expect(await olu.page.getByLabel('Name of person 3').inputValue()).toBe('Pat Three');
    office.on('2026-06-26');
    await olu.does(MET);
    office.on('2026-06-29');
    await olu.goTo(at);
    await olu.does('Record the report of the panel', FOUND);
    office.on('2026-06-30');
    await olu.goTo(at);
    await olu.does('Answer it', TOLD);
    expect((await olu.stands())['The complainant may go to']).toMatch(/^the Local Government/);
  }
});
