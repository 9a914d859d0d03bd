import { demonstrationPerson } from '../../demo/people';
import { type CaseworkProduct, startCasework } from './journeys/casework-product';
import { figuresOf } from './journeys/figures';
import { Journey } from './journeys/journey';
import { ANA, ANWEN, CORA, managerOf, STRANGER } from './journeys/people';
import { daysOf, stepsOf } from './journeys/told';
import { keptSection, triedSection } from './journeys/tried-page';

const HAL = managerOf('hal', 'schools');
const EMAIL = {
  receivedOn: '2026-05-18',
  channel: 'Email',
  serviceId: 'schools',
  theme: 'Bullying',
  summary: 'Nothing was done about what other pupils did.',
  parties: [{ kind: 'COMPLAINANT', forename: 'Madeup', surname: 'Parent' }],
};
const person = (id: string) => ({ person: id, name: `Made-up ${id}` });

describe("a school's complaint, to its governors' panel", () => {
  let product: CaseworkProduct;
  let complaint: Journey;
  beforeAll(async () => {
    product = await startCasework('2026-05-18');
    complaint = new Journey(product, 'schools', 5000);
  }, 300_000);
  afterAll(() => product?.stop());

  const close = async (from: string, to: string, name: string) => {
    const ada = demonstrationPerson({ role: 'admin' });
    const { data } = await product.ask<{ done: { __typename: string } }>(
      ada,
      `mutation { done: addClosedDays(calendar: "schools", from: "${from}", to: "${to}", name: "${name}",
         reason: "The school year as published") { __typename ... on Refusal { code } } }`,
    );
    expect(data.done).toEqual({ __typename: 'ClosureChange' });
    await product.follow();
  };

  it('is estimated until the school year is known, and says so', async () => {
    const record = { input: EMAIL };
    const refused = (who: Parameters<Journey['tries']>[0]) =>
      complaint.tries(who, 'recordSchoolsComplaint', record);
    expect(await refused(null)).toEqual(['UNAUTHENTICATED']);
    expect(await refused(ANA)).toEqual(['FORBIDDEN']);
    expect(await refused(ANWEN)).toEqual(['FORBIDDEN']);
    await complaint.on('2026-05-18', CORA, 'recordSchoolsComplaint', record);
    expect(daysOf(await complaint.deadlines(CORA))).toEqual([
      '1 ACKNOWLEDGE 2026-05-21 estimated',
      '1 ANSWER 2026-06-02 estimated',
    ]);
    await close('2026-05-25', '2026-05-29', 'Half-term');
    await close('2026-07-22', '2026-09-01', 'Summer holidays');
    expect(daysOf(await complaint.deadlines(CORA))).toEqual([
      '1 ACKNOWLEDGE 2026-05-21',
      '1 ANSWER 2026-06-08',
    ]);
    expect(stepsOf(await complaint.deadlines(CORA), 1, 'ANSWER').join('\n')).toContain('Half-term');
  });

  it('is answered by the head, and then for the chair', async () => {
    // The calendar moved a limit, which is an entry of the timeline too.
    await complaint.reads(CORA);
    await complaint.on('2026-05-19', CORA, 'acknowledgeSchoolsComplaint', { on: '2026-05-19' });
    const answer = { outcome: 'NOT_UPHELD', summary: 'It was looked into.' };
    product.on('2026-06-05');
    expect(
      await complaint.tries(STRANGER, 'answerSchoolsComplaint', { ...answer, on: '2026-06-05' }),
    ).toEqual(['CASE_NOT_FOUND']);
    await complaint.on('2026-06-05', HAL, 'answerSchoolsComplaint', { ...answer, on: '2026-06-05' });
    await complaint.on('2026-06-15', CORA, 'escalateSchoolsComplaint', { receivedOn: '2026-06-15' });
    await complaint.on('2026-06-16', CORA, 'acknowledgeSchoolsComplaint', { on: '2026-06-16' });
    product.on('2026-07-03');
    expect((await complaint.tries(HAL, 'answerSchoolsComplaint', { ...answer, on: '2026-07-03' }))[0]).toBe(
      'ROLE_NOT_PERMITTED',
    );
    await complaint.on('2026-07-03', CORA, 'answerSchoolsComplaint', { ...answer, on: '2026-07-03' });
  });

  it('is appealed to a panel of three, in school days', async () => {
    await complaint.on('2026-07-13', CORA, 'escalateSchoolsComplaint', { receivedOn: '2026-07-13' });
    await complaint.on('2026-07-14', CORA, 'acknowledgeSchoolsComplaint', { on: '2026-07-14' });
    // Six school days before the summer holidays, fourteen after them.
    expect(daysOf(await complaint.deadlines(CORA))[5]).toBe('3 PANEL_MEETING 2026-09-21');
    const panel = (...members: string[]) => ({ on: '2026-09-17', members: members.map(person) });
    product.on('2026-09-01');
    expect((await complaint.tries(CORA, 'arrangeSchoolsPanel', panel('gus', 'gita')))[0]).toBe(
      'PANEL_INCOMPLETE',
    );
    await complaint.on('2026-09-01', CORA, 'arrangeSchoolsPanel', panel('gus', 'gita', 'gwen'));
    await complaint.on('2026-09-17', CORA, 'holdSchoolsPanel', panel('gus', 'gita', 'gwen'));
    await complaint.on('2026-09-24', CORA, 'answerSchoolsComplaint', {
      ...{ on: '2026-09-24', outcome: 'UPHELD', summary: 'The panel upheld it.' },
    });
    await complaint.on('2026-09-24', CORA, 'promiseSchoolsAction', {
      ...{ action: 'Review the behaviour policy.', dueOn: '2026-10-16', serviceId: 'schools' },
    });
    await complaint.on('2026-10-15', CORA, 'completeSchoolsAction', {
      ...{ promise: complaint.version, on: '2026-10-15', evidence: 'The minutes of the governors.' },
    });
    await complaint.on('2026-10-19', CORA, 'noteSchoolsComplaint', {
      note: 'The parent wrote to the Department for Education.',
    });
    const [again, first] = await complaint.again();
    expect(again).toEqual(first);
    expect(await figuresOf(product, 'schools', { from: '2026-05-01', by: 'STAGE' })).toMatchObject([
      { stage: 1, received: 1, answered: 1, notUpheld: 1 },
      { stage: 2, received: 1, escalated: 1, answered: 1, notUpheld: 1 },
      { stage: 3, received: 1, escalated: 1, answered: 1, upheld: 1 },
    ]);
    const tried = {
      title: "Schools: a governors' panel",
      about:
        'A parent goes from the headteacher to the chair and to a panel of governors, in school days, on to the Department for Education.',
      timeline: await complaint.timeline(CORA),
      deadlines: await complaint.deadlines(CORA),
    };
    expect(keptSection(tried)).toBe(triedSection(tried));
  });
});
