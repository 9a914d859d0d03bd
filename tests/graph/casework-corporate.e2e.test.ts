import { type CaseworkProduct, startCasework } from './journeys/casework-product';
import { Enquiry } from './journeys/enquiry';
import { figuresOf } from './journeys/figures';
import { Journey } from './journeys/journey';
import { ANA, ANWEN, CORA, managerOf, OLU, STRANGER } from './journeys/people';
import { daysOf, stepsOf } from './journeys/told';
import { keptSection, triedSection } from './journeys/tried-page';

const MEI = managerOf('mei', 'highways');
const CALL = {
  receivedOn: '2026-04-02',
  channel: 'Phone',
  callId: '20260402-0914-000123',
  serviceId: 'highways',
  theme: 'Delay',
  summary: 'The pavement was dug up in January and never made good.',
  parties: [{ kind: 'COMPLAINANT', forename: 'Madeup', surname: 'Walker', telephone: '07700 900123' }],
};
const CODE = 'LGSCO Complaint Handling Code (February 2024)';

describe('a corporate complaint, from a call to a remedy', () => {
  let product: CaseworkProduct;
  let complaint: Journey;
  beforeAll(async () => {
    product = await startCasework('2026-04-02');
    complaint = new Journey(product, 'corporate', 1000);
  }, 300_000);
  afterAll(() => product?.stop());

  const figures = (by: 'STAGE' | '' = '') => figuresOf(product, 'corporate', { from: '2026-04-01', by });

  it('is recorded by the central team alone, and counted at once', async () => {
    const record = { input: CALL };
    const refused = async (who: Parameters<Journey['tries']>[0]) =>
      complaint.tries(who, 'recordCorporateComplaint', record);
    expect(await refused(null)).toEqual(['UNAUTHENTICATED']);
    expect(await refused(ANA)).toEqual(['FORBIDDEN']);
    expect(await refused(ANWEN)).toEqual(['FORBIDDEN']);
    expect(await refused(MEI)).toEqual(['ROLE_NOT_PERMITTED']);
    expect(
      await complaint.tries(OLU, 'recordCorporateComplaint', {
        input: { ...CALL, receivedOn: '2026-04-03' },
      }),
    ).toEqual(['DAY_IN_FUTURE', 'receivedOn']);
    await complaint.on('2026-04-02', OLU, 'recordCorporateComplaint', record);
    const [again, first] = await complaint.again();
    expect(again).toEqual(first);
    expect(await figures()).toEqual([{ received: 1, open: 1 }]);
  });

  it('tells its days, and what they would be', async () => {
    expect(daysOf(await complaint.deadlines(MEI))).toEqual([
      '1 ACKNOWLEDGE 2026-04-13',
      '1 ANSWER 2026-04-27',
    ]);
    expect(stepsOf(await complaint.deadlines(MEI), 1, 'ACKNOWLEDGE')).toEqual([
      expect.stringMatching(/^STARTS .*2026-04-02/),
      `RULE It may take 5 working days: the next working day is day 1. So the rule's day is 2026-04-13. (${CODE}, paragraph 6.2)`,
      'SKIPPED Not counted on the way: Good Friday (2026-04-03), Easter Monday (2026-04-06).',
      'DUE So the last day is 2026-04-13, to its end.',
    ]);
    expect(daysOf(await complaint.deadlines(OLU, 'acknowledgedOn: "2026-04-02"'))).toEqual([
      '1 ACKNOWLEDGE 2026-04-13 met 2026-04-02 in time',
      '1 ANSWER 2026-04-20',
    ]);
  });

  it('is acknowledged by the service, and whoever saw it before is told who did', async () => {
    const stale = { on: '2026-04-13', version: 1 };
    await complaint.on('2026-04-13', MEI, 'acknowledgeCorporateComplaint', { on: '2026-04-13' });
    const late = complaint.next(stale);
    expect(await product.send(OLU, 'acknowledgeCorporateComplaint', late)).toMatchObject({
      ...{ __typename: 'ComplaintChanged', version: 2 },
      since: [{ event: 'ACKNOWLEDGE', by: 'mei' }],
    });
  });

  it('is given to the service, which takes it, and cannot be extended past what the Code lets', async () => {
    await complaint.on('2026-04-14', OLU, 'assignCorporateComplaint', { to: 'mei' });
    await complaint.on('2026-04-14', MEI, 'acceptCorporateComplaint');
    expect(await complaint.tries(STRANGER, 'acceptCorporateComplaint')).toEqual(['CASE_NOT_FOUND']);
    const extend = { limit: 'ANSWER', on: '2026-04-24', reason: 'The contractor has the plans.' };
    product.on('2026-04-24');
    expect(await complaint.tries(MEI, 'extendCorporateComplaint', { ...extend, to: '2026-05-13' })).toEqual([
      'EXTENSION_TOO_LONG',
      `${CODE}, paragraph 6.4`,
      'to',
    ]);
    await complaint.on('2026-04-24', MEI, 'extendCorporateComplaint', { ...extend, to: '2026-05-12' });
    expect(daysOf(await complaint.deadlines(OLU))[1]).toBe('1 ANSWER 2026-05-12');
    expect(await complaint.tries(OLU, 'escalateCorporateComplaint', { receivedOn: '2026-04-24' })).toEqual([
      ...['EVENT_NOT_PERMITTED', `${CODE}, paragraph 6.8`],
    ]);
  });

  it('is answered by the service, with what it promises and what was behind it', async () => {
    const answer = { on: '2026-05-08', outcome: 'PARTIALLY_UPHELD', summary: 'It will be made good.' };
    await complaint.on('2026-05-08', MEI, 'answerCorporateComplaint', answer);
    const promise = {
      action: 'Lay the paving anew.',
      dueOn: '2026-05-22',
      owner: 'mei',
      serviceId: 'highways',
    };
    await complaint.on('2026-05-08', MEI, 'promiseCorporateAction', promise);
    await complaint.on('2026-05-08', MEI, 'nameCorporateCauses', { causes: ['DELAY', 'COMMUNICATION'] });
    await complaint.on('2026-05-11', OLU, 'recommendCorporateImprovement', {
      ...{ recommendation: 'Tell residents when paving is made good.', serviceId: 'highways', owner: 'mei' },
      dueOn: '2026-06-30',
    });
    expect(await figures('STAGE')).toEqual([
      {
        ...{ stage: 1, received: 1, acknowledged: 1, acknowledgedInTime: 1, answered: 1, answeredInTime: 1 },
        ...{ partiallyUpheld: 1, closed: 1 },
      },
    ]);
  });

  it('has its promise followed: done late, it is in time and its promise late', async () => {
    product.on('2026-05-25');
    const promises = async () =>
      (
        await product.read<{ told: { edges: { node: { isOverdue: boolean; isInTime: boolean | null } }[] } }>(
          MEI,
          '{ told: corporatePromises { edges { node { isOverdue isInTime } } } }',
        )
      ).told.edges.map(({ node }) => node);
    expect(await promises()).toEqual([{ isOverdue: true, isInTime: false }]);
    const place = await product.read<{ told: { casework: { promises: { place: number }[] } } }>(
      MEI,
      `{ told: corporateComplaint(id: "${complaint.id}") { casework { promises { place } } } }`,
    );
    const promise = place.told.casework.promises[0]?.place;
    await complaint.on('2026-05-26', MEI, 'completeCorporateAction', {
      ...{ promise, on: '2026-05-26', evidence: 'Photographs of the new paving.' },
    });
    expect(await promises()).toEqual([{ isOverdue: false, isInTime: false }]);
  });

  it('goes to stage 2, never with whoever handled stage 1', async () => {
    await complaint.on('2026-05-27', OLU, 'escalateCorporateComplaint', { receivedOn: '2026-05-27' });
    expect(await complaint.tries(OLU, 'assignCorporateComplaint', { to: 'mei' })).toEqual([
      ...[
        'PERSON_HANDLED_EARLIER_STAGE',
        `${CODE}, section 6, stage 2: not the same person as at stage 1`,
        'to',
      ],
    ]);
    expect((await complaint.tries(MEI, 'acceptCorporateComplaint'))[0]).toBe('ROLE_NOT_PERMITTED');
    expect((await complaint.tries(OLU, 'escalateCorporateComplaint', { receivedOn: '2026-05-27' }))[0]).toBe(
      'EVENT_NOT_PERMITTED',
    );
    await complaint.on('2026-05-28', OLU, 'acknowledgeCorporateComplaint', { on: '2026-05-28' });
    await complaint.on('2026-05-28', OLU, 'assignCorporateComplaint', { to: 'cora' });
    await complaint.on('2026-06-24', CORA, 'answerCorporateComplaint', {
      ...{ on: '2026-06-24', outcome: 'NOT_UPHELD', summary: 'It was made good meanwhile.' },
    });
    expect(daysOf(await complaint.deadlines(CORA)).slice(2)).toEqual([
      '2 ACKNOWLEDGE 2026-06-03 met 2026-05-28 in time',
      '2 ANSWER 2026-06-25 met 2026-06-24 in time',
    ]);
    expect((await figures('STAGE'))[1]).toEqual({
      ...{ stage: 2, received: 1, escalated: 1, acknowledged: 1, acknowledgedInTime: 1 },
      ...{ answered: 1, answeredInTime: 1, notUpheld: 1, closed: 1 },
    });
  });

  it('goes to the Local Government and Social Care Ombudsman, to a remedy that is done', async () => {
    const enquiry = new Enquiry(product, CORA, 1200);
    const asked = {
      body: 'LGSCO',
      reference: '26 000 123',
      complaintId: complaint.id,
      receivedOn: '2026-07-06',
    };
    expect(await enquiry.tries(null, 'recordOmbudsmanEnquiry', { input: asked })).toBe('UNAUTHENTICATED');
    expect(await enquiry.tries(ANA, 'recordOmbudsmanEnquiry', { input: asked })).toBe('FORBIDDEN');
    await enquiry.on('2026-07-06', 'recordOmbudsmanEnquiry', { input: asked });
    await enquiry.on('2026-07-30', 'replyToOmbudsmanEnquiry', {
      on: '2026-07-30',
      words: 'The file is with it.',
    });
    await enquiry.on('2026-08-20', 'recordOmbudsmanDraftDecision', { on: '2026-08-20' });
    await enquiry.on('2026-09-01', 'commentOnOmbudsmanDraft', { on: '2026-09-01' });
    const decided = { on: '2026-09-14', decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' };
    expect(await enquiry.tries(CORA, 'addOmbudsmanRemedy', { text: 'Apologise' })).toBe(
      'EVENT_NOT_PERMITTED',
    );
    await enquiry.on('2026-09-14', 'recordOmbudsmanDecision', { input: decided });
    await enquiry.on('2026-09-14', 'addOmbudsmanRemedy', { text: 'Apologise, and pay £150' });
    await enquiry.on('2026-10-05', 'completeOmbudsmanRemedy', { remedy: 1, on: '2026-10-05' });
    const satisfied = { on: '2026-10-19', compliance: 'COMPLETE_SATISFIED' };
    await enquiry.on('2026-10-19', 'recordOmbudsmanCompliance', satisfied);
    const told = await enquiry.told();
    expect(told).toMatchObject({
      ...{ state: 'COMPLIED', complaint: { id: complaint.id } },
      remedies: [{ dueOn: '2026-10-12', doneOn: '2026-10-05' }],
    });
    expect(told.timeline).toHaveLength(8);
    expect(await figures()).toMatchObject([
      {
        ...{ referredToOmbudsman: 1, ombudsmanDecided: 1, upheldByOmbudsman: 1 },
        ...{ remediesDue: 1, remediesDone: 1, remediesDoneInTime: 1 },
      },
    ]);
    const tried = {
      title: 'Corporate: a pavement that was not made good',
      about: 'Under the LGSCO Code, from a call through both stages to a remedy.',
      timeline: await complaint.timeline(CORA),
      deadlines: await complaint.deadlines(CORA),
      ombudsman: told,
    };
    expect(keptSection(tried)).toBe(triedSection(tried));
  });
});

describe('corporate complaints besides', () => {
  let product: CaseworkProduct;
  beforeAll(async () => {
    product = await startCasework('2026-03-30');
  }, 300_000);
  afterAll(() => product?.stop());

  const figures = (by: 'STAGE' | '' = '') => figuresOf(product, 'corporate', { from: '2026-03-01', by });

  it('of before 1 April 2026 keep the policy of then at stage 1, and have the Code at stage 2', async () => {
    const complaint = new Journey(product, 'corporate', 2000);
    const input = { ...CALL, receivedOn: '2026-03-30', callId: null };
    await complaint.on('2026-03-30', OLU, 'recordCorporateComplaint', { input });
    expect(daysOf(await complaint.deadlines(OLU))).toEqual([
      '1 ACKNOWLEDGE 2026-04-02',
      '1 ANSWER 2026-04-15',
    ]);
    await complaint.on('2026-04-02', MEI, 'acknowledgeCorporateComplaint', { on: '2026-04-02' });
    const answer = { on: '2026-04-16', outcome: 'UPHELD', summary: 'It will be mended.' };
    await complaint.on('2026-04-16', MEI, 'answerCorporateComplaint', answer);
    await complaint.on('2026-04-20', OLU, 'escalateCorporateComplaint', { receivedOn: '2026-04-20' });
    const deadlines = await complaint.deadlines(OLU);
    expect(daysOf(deadlines)).toEqual([
      '1 ACKNOWLEDGE 2026-04-02 met 2026-04-02 in time',
      '1 ANSWER 2026-04-15 met 2026-04-16 late',
      '2 ACKNOWLEDGE 2026-04-27',
      '2 ANSWER 2026-05-27',
    ]);
    const laws = deadlines.map(({ source }) => source.law);
    expect(laws).toEqual([
      ...[
        "The council's complaints policy before 1 April 2026",
        "The council's complaints policy before 1 April 2026",
      ],
      ...[CODE, CODE],
    ]);
  });

  it('begin at stage 2 for a reason alone, and are counted as direct', async () => {
    const complaint = new Journey(product, 'corporate', 2100);
    const input = { ...CALL, stage: 2, receivedOn: '2026-04-20', channel: 'Letter', callId: null };
    expect(await complaint.tries(OLU, 'recordCorporateComplaint', { input })).toEqual([
      'DIRECT_REASON_MISSING',
      "The council's complaints policy, directly to stage 2, by way of exception",
      'directReason',
    ]);
    const because = { ...input, directReason: 'Stage 1 would be answered by whom it is about.' };
    await complaint.on('2026-04-20', OLU, 'recordCorporateComplaint', { input: because });
    expect((await figures('STAGE'))[1]).toMatchObject({ stage: 2, received: 2, escalated: 1, direct: 1 });
  });

  it('about somebody of the team are hidden from them: rows, counts, lists and commands', async () => {
    const complaint = new Journey(product, 'corporate', 2200);
    const input = { ...CALL, receivedOn: '2026-04-20', callId: null, complainedAbout: ['cora'] };
    await complaint.on('2026-04-20', OLU, 'recordCorporateComplaint', { input });
    const list = (who: typeof OLU) =>
      product.read<{ told: { totalCount: number; edges: { node: { complaint: { id: string } } }[] } }>(
        who,
        '{ told: corporateWorklist(list: ALL_OPEN) { totalCount edges { node { complaint { id } } } } }',
      );
    const seenBy = async (who: typeof OLU) => {
      const { told } = await list(who);
      expect(told.totalCount).toBe(told.edges.length);
      return told.edges.some(({ node }) => node.complaint.id === complaint.id);
    };
    expect([await seenBy(OLU), await seenBy(CORA)]).toEqual([true, false]);
    expect(await complaint.tries(CORA, 'noteCorporateComplaint', { note: 'Mine?' })).toEqual([
      'CASE_NOT_FOUND',
    ]);
    expect(await complaint.tries(OLU, 'assignCorporateComplaint', { to: 'cora' })).toEqual([
      ...['PERSON_COMPLAINED_ABOUT', 'to'],
    ]);
  });

  it('of tenants go to the Housing Ombudsman, which finds on each issue', async () => {
    const complaint = new Journey(product, 'corporate', 2300);
    const input = { ...CALL, receivedOn: '2026-04-20', callId: null, summary: 'The flat is damp.' };
    await complaint.on('2026-04-20', OLU, 'recordCorporateComplaint', { input });
    const enquiry = new Enquiry(product, OLU, 2400);
    const asked = {
      body: 'HOUSING',
      reference: '202605080',
      complaintId: complaint.id,
      receivedOn: '2026-05-11',
    };
    await enquiry.on('2026-05-11', 'recordOmbudsmanEnquiry', { input: asked });
    await enquiry.on('2026-05-29', 'replyToOmbudsmanEnquiry', { on: '2026-05-29' });
    const decided = { on: '2026-07-01', decision: 'Service failure' };
    product.on('2026-07-01');
    expect(await enquiry.tries(OLU, 'recordOmbudsmanDecision', { input: decided })).toBe('FINDINGS_MISSING');
    const findings = [
      { issue: 'Damp', finding: 'Service failure', category: 'SERVICE_FAILURE' },
      { issue: 'Complaint handling', finding: 'No maladministration', category: 'NO_MALADMINISTRATION' },
    ];
    await enquiry.on('2026-07-01', 'recordOmbudsmanDecision', { input: { ...decided, findings } });
    await enquiry.on('2026-07-01', 'addOmbudsmanRemedy', { text: 'Treat the damp', dueOn: '2026-08-03' });
    await enquiry.on('2026-08-05', 'completeOmbudsmanRemedy', { remedy: 1, on: '2026-08-05' });
    await enquiry.on('2026-08-10', 'recordOmbudsmanCompliance', {
      on: '2026-08-10',
      compliance: 'COMPLETE_LATE',
    });
    expect((await enquiry.told()).state).toBe('COMPLIED');
    expect(await figures()).toMatchObject([{ remediesDue: 1, remediesDone: 1 }]);
  });

  it('that two acknowledge at once are acknowledged once, and the other is told who did', async () => {
    const complaint = new Journey(product, 'corporate', 2500);
    const input = { ...CALL, receivedOn: '2026-08-10', callId: null };
    await complaint.on('2026-08-10', OLU, 'recordCorporateComplaint', { input });
    const acknowledge = (who: typeof OLU) =>
      product.send(who, 'acknowledgeCorporateComplaint', complaint.next({ on: '2026-08-10' }));
    const both = await Promise.all([acknowledge(OLU), acknowledge(MEI)]);
    expect(both.map(({ __typename }) => __typename).sort()).toEqual(['CommandDone', 'ComplaintChanged']);
    const told = both.find(({ since }) => since !== undefined);
    expect(told).toMatchObject({ version: 2, since: [{ event: 'ACKNOWLEDGE' }] });
  });
});
