import { type CaseworkProduct, startCasework } from './journeys/casework-product';
import { Enquiry } from './journeys/enquiry';
import { figuresOf } from './journeys/figures';
import { Journey } from './journeys/journey';
import { ANA, CORA, managerOf, OLU, STRANGER } from './journeys/people';
import { daysOf } from './journeys/told';
import { keptSection, triedSection } from './journeys/tried-page';

const FAY = managerOf('fay', 'childrens-leaving-care');
const LETTER = {
  receivedOn: '2025-11-03',
  channel: 'Letter',
  serviceId: 'childrens-leaving-care',
  theme: 'Placement',
  summary: 'She was moved twice in a month, and told on the day.',
  points: ['She was moved twice', 'She was told on the day'],
  parties: [
    { kind: 'COMPLAINANT', forename: 'Madeup', surname: 'Leaver' },
    { kind: 'CHILD', forename: 'Madeup', surname: 'Leaver', bornOn: '2008-09-10' },
  ],
};
const SI = 'SI 2006/1738';
const FOUND = [
  { point: 'She was moved twice', finding: 'NOT_UPHELD' },
  { point: 'She was told on the day', finding: 'UPHELD' },
];
const person = (id: string) => ({ person: id, name: `Made-up ${id}` });

describe("a children's complaint, to a panel and to the ombudsman", () => {
  let product: CaseworkProduct;
  let complaint: Journey;
  beforeAll(async () => {
    product = await startCasework('2025-11-03');
    complaint = new Journey(product, 'childrens', 4000);
  }, 300_000);
  afterAll(() => product?.stop());

  const figures = () => figuresOf(product, 'childrens', { from: '2025-11-01', by: 'STAGE' });

  it('is resolved locally at first, frozen while an advocate is arranged', async () => {
    const record = { input: LETTER };
    const refused = (who: Parameters<Journey['tries']>[0]) =>
      complaint.tries(who, 'recordChildrensComplaint', record);
    expect(await refused(null)).toEqual(['UNAUTHENTICATED']);
    expect(await refused(ANA)).toEqual(['FORBIDDEN']);
    expect(await refused(CORA)).toEqual(['FORBIDDEN']);
    await complaint.on('2025-11-03', OLU, 'recordChildrensComplaint', record);
    await complaint.on('2025-11-05', OLU, 'acknowledgeChildrensComplaint', { on: '2025-11-05' });
    await complaint.on('2025-11-05', OLU, 'suspendChildrensComplaint', {
      ...{ on: '2025-11-05', ground: 'ADVOCATE', reason: 'She asked for an advocate.' },
    });
    await complaint.on('2025-11-10', OLU, 'arrangeChildrensAdvocate', { on: '2025-11-10' });
    await complaint.on('2025-11-10', OLU, 'resumeChildrensComplaint', { on: '2025-11-10' });
    expect(daysOf(await complaint.deadlines(FAY))[1]).toBe('1 ANSWER 2025-11-20');
    const extend = { limit: 'ANSWER', on: '2025-11-18', reason: 'Her former social worker is away.' };
    product.on('2025-11-18');
    expect(
      await complaint.tries(STRANGER, 'extendChildrensComplaint', { ...extend, to: '2025-12-01' }),
    ).toEqual(['CASE_NOT_FOUND']);
    expect(
      await complaint.tries(OLU, 'extendChildrensComplaint', {
        ...{ ...extend, to: '2025-12-08', isForGoodReason: true },
      }),
    ).toEqual(['EXTENSION_TOO_LONG', `${SI}, regulation 14`, 'to']);
    await complaint.on('2025-11-18', FAY, 'extendChildrensComplaint', { ...extend, to: '2025-12-04' });
    await complaint.on('2025-11-28', FAY, 'answerChildrensComplaint', {
      ...{ on: '2025-11-28', outcome: 'NOT_UPHELD', summary: 'The moves could not be helped.' },
    });
    expect(await figures()).toMatchObject([{ stage: 1, received: 1, answeredInTime: 1, notUpheld: 1 }]);
  });

  it('is investigated by people whom the law wants named', async () => {
    await complaint.on('2025-12-15', OLU, 'escalateChildrensComplaint', { receivedOn: '2025-12-15' });
    await complaint.on('2025-12-16', OLU, 'acknowledgeChildrensComplaint', { on: '2025-12-16' });
    const report = { on: '2026-01-20', findings: FOUND };
    await complaint.on('2025-12-22', OLU, 'agreeChildrensStatement', {
      on: '2025-12-22',
      points: LETTER.points,
    });
    // The vector of the law: 25 and 65 working days.
    expect(daysOf(await complaint.deadlines(OLU))[3]).toBe('2 ANSWER 2026-01-29');
    product.on('2026-01-20');
    expect(await complaint.tries(OLU, 'reportChildrensInvestigation', report)).toEqual([
      ...['APPOINTMENT_MISSING', `${SI}, regulation 17(2)`],
    ]);
    const appoint = (as: string, id: string) =>
      complaint.on('2026-01-20', OLU, 'appointChildrensPerson', { as, person: person(id) });
    await appoint('INVESTIGATING_OFFICER', 'ivo');
    await appoint('INDEPENDENT_PERSON', 'ines');
    await appoint('ADJUDICATING_OFFICER', 'adil');
    const extend = { limit: 'ANSWER', on: '2026-01-21', reason: 'A witness can be heard in March.' };
    product.on('2026-01-21');
    expect((await complaint.tries(OLU, 'extendChildrensComplaint', { ...extend, to: '2026-03-27' }))[0]).toBe(
      'EXTENSION_TOO_LONG',
    );
    await complaint.on('2026-01-21', OLU, 'extendChildrensComplaint', { ...extend, to: '2026-03-26' });
    product.on('2026-02-27');
    expect((await complaint.tries(OLU, 'reportChildrensInvestigation', { on: '2026-02-27' }))[0]).toBe(
      'FINDINGS_MISSING',
    );
    await complaint.on('2026-02-27', OLU, 'reportChildrensInvestigation', { ...report, on: '2026-02-27' });
    await complaint.on('2026-03-06', OLU, 'answerChildrensComplaint', {
      ...{
        on: '2026-03-06',
        outcome: 'PARTIALLY_UPHELD',
        findings: FOUND,
        summary: 'She should have been told.',
      },
    });
    expect(daysOf(await complaint.deadlines(OLU)).slice(3)).toEqual([
      '2 ANSWER 2026-03-26 met 2026-03-06 in time',
      '2 NEXT_STAGE 2026-04-07',
    ]);
  });

  it('goes to a panel, on which nobody sits who was the independent person', async () => {
    await complaint.on('2026-03-23', OLU, 'escalateChildrensComplaint', { receivedOn: '2026-03-23' });
    expect(daysOf(await complaint.deadlines(OLU))[5]).toBe('3 PANEL_MEETING 2026-05-07');
    const arrange = (...members: string[]) => ({ on: '2026-05-06', members: members.map(person) });
    product.on('2026-04-01');
    expect(await complaint.tries(OLU, 'arrangeChildrensPanel', arrange('pia', 'pawel', 'ines'))).toEqual([
      'PERSON_NOT_INDEPENDENT',
      `${SI}, regulation 19(2) and (3)`,
      'members',
    ]);
    expect((await complaint.tries(OLU, 'arrangeChildrensPanel', arrange('pia', 'pawel')))[0]).toBe(
      'PANEL_INCOMPLETE',
    );
    const panel = arrange('pia', 'pawel', 'petra');
    await complaint.on('2026-04-01', OLU, 'arrangeChildrensPanel', panel);
    await complaint.on('2026-05-06', OLU, 'holdChildrensPanel', panel);
    await complaint.on('2026-05-13', OLU, 'reportChildrensPanel', { on: '2026-05-13', findings: FOUND });
    await complaint.on('2026-06-01', OLU, 'answerChildrensComplaint', {
      ...{
        on: '2026-06-01',
        outcome: 'PARTIALLY_UPHELD',
        findings: FOUND,
        summary: 'The panel is followed.',
      },
    });
    expect(daysOf(await complaint.deadlines(OLU)).slice(5)).toEqual([
      '3 PANEL_MEETING 2026-05-07 met 2026-05-06 in time',
      '3 PANEL_REPORT 2026-05-13 met 2026-05-13 in time',
      '3 ANSWER 2026-06-04 met 2026-06-01 in time',
    ]);
    expect(await figures()).toMatchObject([
      { stage: 1, received: 1 },
      { stage: 2, received: 1, escalated: 1, answeredInTime: 1, partiallyUpheld: 1 },
      { stage: 3, received: 1, escalated: 1, answeredInTime: 1, partiallyUpheld: 1 },
    ]);
  });

  it('goes to the ombudsman, to a remedy that is done', async () => {
    const enquiry = new Enquiry(product, OLU, 4200);
    const asked = {
      body: 'LGSCO',
      reference: '26 000 789',
      complaintId: complaint.id,
      receivedOn: '2026-07-01',
    };
    await enquiry.on('2026-07-01', 'recordOmbudsmanEnquiry', { input: asked });
    await enquiry.on('2026-07-24', 'replyToOmbudsmanEnquiry', { on: '2026-07-24' });
    const decided = { on: '2026-09-01', decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' };
    await enquiry.on('2026-09-01', 'recordOmbudsmanDecision', { input: decided });
    await enquiry.on('2026-09-01', 'addOmbudsmanRemedy', { text: 'Apologise to her' });
    await enquiry.on('2026-09-15', 'completeOmbudsmanRemedy', { remedy: 1, on: '2026-09-15' });
    await enquiry.on('2026-09-21', 'recordOmbudsmanCompliance', {
      ...{ on: '2026-09-21', compliance: 'COMPLETE_SATISFIED' },
    });
    const told = await enquiry.told();
    expect(told.state).toBe('COMPLIED');
    const tried = {
      title: "Children's: moved twice in a month",
      about: 'A care leaver, with an advocate: local resolution, an investigation, a panel, the ombudsman.',
      timeline: await complaint.timeline(OLU),
      deadlines: await complaint.deadlines(OLU),
      ombudsman: told,
    };
    expect(keptSection(tried)).toBe(triedSection(tried));
  });

  it('whose stage 1 was missed goes to stage 2 at once, and not before', async () => {
    const missed = new Journey(product, 'childrens', 4400);
    const input = { ...LETTER, receivedOn: '2026-09-14' };
    await missed.on('2026-09-21', OLU, 'recordChildrensComplaint', { input });
    await missed.on('2026-09-21', OLU, 'acknowledgeChildrensComplaint', { on: '2026-09-21' });
    product.on('2026-09-28');
    expect(await missed.tries(OLU, 'escalateChildrensComplaint', { receivedOn: '2026-09-28' })).toEqual([
      ...[
        'LIMIT_NOT_MISSED',
        'Getting the Best from Complaints (2006), stage 1: a missed limit',
        'receivedOn',
      ],
    ]);
    await missed.on('2026-09-29', OLU, 'escalateChildrensComplaint', { receivedOn: '2026-09-29' });
    expect(daysOf(await missed.deadlines(OLU))).toEqual([
      '1 ACKNOWLEDGE 2026-09-16 met 2026-09-21 late',
      '1 ANSWER 2026-09-28 late',
      // It was never answered: nothing limits when it may be asked for.
      '1 NEXT_STAGE no day met 2026-09-29',
      '2 ANSWER 2026-11-03',
      '2 NEXT_STAGE no day',
    ]);
  });
});
