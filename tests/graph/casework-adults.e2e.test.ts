import { type CaseworkProduct, startCasework } from './journeys/casework-product';
import { Enquiry } from './journeys/enquiry';
import { figuresOf } from './journeys/figures';
import { Journey } from './journeys/journey';
import { ANA, ANWEN, CORA, managerOf, OLU, STRANGER } from './journeys/people';
import { daysOf, stepsOf } from './journeys/told';
import { keptSection, triedSection } from './journeys/tried-page';

const IDA = managerOf('ida', 'adults-hospital-discharge');
const CALL = {
  receivedOn: '2026-03-31',
  channel: 'Phone',
  callId: '20260331-1002-000045',
  serviceId: 'adults-hospital-discharge',
  theme: 'Assessment',
  consent: 'AWAITED',
  summary: 'Her mother was sent home without anybody to look after her.',
  parties: [
    { kind: 'REPRESENTATIVE', forename: 'Madeup', surname: 'Daughter', relationship: 'Daughter' },
    { kind: 'PERSON_CONCERNED', forename: 'Madeup', surname: 'Mother', bornOn: '1941-02-03' },
  ],
};
const SI = 'SI 2009/309';

describe("an adults' complaint, suspended to safeguard somebody, with a plan and consent", () => {
  let product: CaseworkProduct;
  let complaint: Journey;
  beforeAll(async () => {
    product = await startCasework('2026-03-31');
    complaint = new Journey(product, 'adults', 3000);
  }, 300_000);
  afterAll(() => product?.stop());

  const figures = () => figuresOf(product, 'adults', { from: '2026-03-01' });

  it('is recorded by whoever is cleared for it', async () => {
    const record = { input: CALL };
    const refused = (who: Parameters<Journey['tries']>[0]) =>
      complaint.tries(who, 'recordAdultsComplaint', record);
    expect(await refused(null)).toEqual(['UNAUTHENTICATED']);
    expect(await refused(ANA)).toEqual(['FORBIDDEN']);
    expect(await refused(CORA)).toEqual(['FORBIDDEN']);
    expect((await refused(IDA))[0]).toBe('ROLE_NOT_PERMITTED');
    await complaint.on('2026-03-31', ANWEN, 'recordAdultsComplaint', record);
    const [again, first] = await complaint.again();
    expect(again).toEqual(first);
    expect(daysOf(await complaint.deadlines(ANWEN))).toEqual([
      '1 ACKNOWLEDGE 2026-04-07',
      '1 ANSWER 2026-04-30',
      '1 BACKSTOP 2026-09-30',
    ]);
    expect(stepsOf(await complaint.deadlines(ANWEN), 1, 'BACKSTOP')[1]).toBe(
      `RULE It may take 6 calendar months, the first day included: weekends and holidays count. So the rule's day is 2026-09-30. (${SI}, regulation 14(3)(a))`,
    );
    expect(await figures()).toEqual([{ received: 1, open: 1 }]);
  });

  it('is assessed, acknowledged, answered together with the NHS, and planned', async () => {
    await complaint.on('2026-04-01', ANWEN, 'assessAdultsRisk', {
      ...{ on: '2026-04-01', risk: 'HIGH', reason: 'She is alone at home.' },
    });
    await complaint.on('2026-04-02', ANWEN, 'acknowledgeAdultsComplaint', { on: '2026-04-02' });
    await complaint.on('2026-04-02', ANWEN, 'coordinateAdultsComplaint', {
      ...{ on: '2026-04-02', body: 'NHS', isLedHere: true },
    });
    product.on('2026-04-08');
    expect(daysOf(await complaint.deadlines(IDA, 'answerBy: "2026-06-12"'))[1]).toBe('1 ANSWER 2026-06-12');
    const plan = {
      on: '2026-04-08',
      answerBy: '2026-06-12',
      plan: 'Ward notes, then a meeting, then the answer.',
    };
    expect(await complaint.tries(STRANGER, 'agreeAdultsPlan', plan)).toEqual(['CASE_NOT_FOUND']);
    expect(await complaint.tries(IDA, 'agreeAdultsPlan', { ...plan, answerBy: '2026-10-01' })).toEqual([
      'PLAN_TOO_LATE',
      `${SI}, regulation 14(3)(a)`,
      'answerBy',
    ]);
    await complaint.on('2026-04-08', IDA, 'agreeAdultsPlan', plan);
  });

  it('stands still while an enquiry safeguards her, its six months apart', async () => {
    const suspend = { on: '2026-04-20', ground: 'SAFEGUARDING', reason: 'An enquiry under section 42.' };
    product.on('2026-04-20');
    expect((await complaint.tries(IDA, 'suspendAdultsComplaint', suspend))[0]).toBe('ROLE_NOT_PERMITTED');
    expect(
      (await complaint.tries(ANWEN, 'suspendAdultsComplaint', { ...suspend, ground: 'ADVOCATE' }))[0],
    ).toBe('GROUND_NOT_ALLOWED');
    await complaint.on('2026-04-20', ANWEN, 'suspendAdultsComplaint', suspend);
    expect(daysOf(await complaint.deadlines(ANWEN)).slice(1)).toEqual([
      '1 ANSWER no day',
      '1 BACKSTOP 2026-09-30',
    ]);
    await complaint.on('2026-06-01', ANWEN, 'resumeAdultsComplaint', { on: '2026-06-01' });
  });

  it('is not answered to her daughter before she agrees, and then within its plan', async () => {
    const [, answerBy] = await complaint.deadlines(ANWEN);
    const answer = {
      ...{ on: '2026-07-01', outcome: 'PARTIALLY_UPHELD', summary: 'She should not have been sent home.' },
      findings: [
        { point: 'She was sent home alone', finding: 'UPHELD' },
        { point: 'Nobody rang back', finding: 'NOT_UPHELD' },
      ],
    };
    product.on('2026-07-01');
    expect(await complaint.tries(IDA, 'answerAdultsComplaint', { ...answer, outcome: 'UPHELD' })).toEqual([
      ...['FINDINGS_DISAGREE', `${SI}, regulation 14(2)`, 'outcome'],
    ]);
    expect(await complaint.tries(IDA, 'answerAdultsComplaint', answer)).toEqual([
      ...['CONSENT_MISSING', `${SI}, regulation 5(2)(d)`],
    ]);
    await complaint.on('2026-07-01', ANWEN, 'recordAdultsConsent', { on: '2026-07-01', consent: 'GIVEN' });
    await complaint.on('2026-07-01', IDA, 'answerAdultsComplaint', answer);
    await complaint.on('2026-07-01', IDA, 'promiseAdultsAction', {
      ...{ action: 'Write how carers are told of a discharge.', dueOn: '2026-07-31', owner: 'ida' },
    });
    await complaint.on('2026-07-30', IDA, 'completeAdultsAction', {
      ...{ promise: complaint.version, on: '2026-07-30', evidence: 'It is on the ward.' },
    });
    expect(answerBy?.dueOn).toBe('2026-07-22');
    expect(daysOf(await complaint.deadlines(IDA))).toEqual([
      '1 ACKNOWLEDGE 2026-04-07 met 2026-04-02 in time',
      '1 ANSWER 2026-07-22 met 2026-07-01 in time',
      '1 BACKSTOP 2026-09-30 met 2026-07-01 in time',
    ]);
    expect(await figures()).toEqual([
      {
        ...{ received: 1, acknowledged: 1, acknowledgedInTime: 1, answered: 1, answeredInTime: 1 },
        ...{ partiallyUpheld: 1, closed: 1 },
      },
    ]);
  });

  it('goes to the ombudsman, to a remedy that is done', async () => {
    const enquiry = new Enquiry(product, ANWEN, 3200);
    const asked = {
      body: 'LGSCO',
      reference: '26 000 456',
      complaintId: complaint.id,
      receivedOn: '2026-08-03',
    };
    await enquiry.on('2026-08-03', 'recordOmbudsmanEnquiry', { input: asked });
    await enquiry.on('2026-08-27', 'replyToOmbudsmanEnquiry', { on: '2026-08-27' });
    const decided = { on: '2026-10-01', decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' };
    await enquiry.on('2026-10-01', 'recordOmbudsmanDecision', { input: decided });
    await enquiry.on('2026-10-01', 'addOmbudsmanRemedy', {
      ...{ text: 'Train whoever plans discharges', kind: 'SERVICE_IMPROVEMENT' },
    });
    await enquiry.on('2026-12-14', 'completeOmbudsmanRemedy', { remedy: 1, on: '2026-12-14' });
    await enquiry.on('2026-12-21', 'recordOmbudsmanCompliance', {
      ...{ on: '2026-12-21', compliance: 'COMPLETE_SATISFIED' },
    });
    const told = await enquiry.told();
    expect(told).toMatchObject({
      state: 'COMPLIED',
      remedies: [{ dueOn: '2026-12-31', doneOn: '2026-12-14' }],
    });
    expect(await figures()).toMatchObject([
      { referredToOmbudsman: 1, upheldByOmbudsman: 1, remediesDone: 1 },
    ]);
    const tried = {
      title: 'Adults: a discharge from hospital',
      about:
        'A daughter complains for her mother. It stood still for a safeguarding enquiry, and waited for consent.',
      timeline: await complaint.timeline(ANWEN),
      deadlines: await complaint.deadlines(ANWEN),
      ombudsman: told,
    };
    expect(keptSection(tried)).toBe(triedSection(tried));
  });

  it('of a call that was settled by the next working day is none, and is counted apart', async () => {
    const concern = new Journey(product, 'adults', 3400);
    const input = { ...CALL, receivedOn: '2026-12-18', consent: 'NOT_NEEDED', callId: null };
    await concern.on('2026-12-18', OLU, 'recordAdultsComplaint', { input });
    product.on('2026-12-22');
    expect(await concern.tries(OLU, 'settleAdultsConcern', { on: '2026-12-22' })).toEqual([
      ...['NOT_SETTLED_IN_TIME', `${SI}, regulation 8(1)(c)`, 'on'],
    ]);
    const said = await concern.on('2026-12-21', OLU, 'settleAdultsConcern', { on: '2026-12-21' });
    expect(said.complaint ?? null).toBeNull();
    expect((await concern.again())[0]).toEqual(said);
    expect(await figures()).toMatchObject([{ received: 1 }]);
    expect(
      await product.read(OLU, '{ settled: adultsSettledConcerns(from: "2026-12-01", to: "2026-12-31") }'),
    ).toEqual({ settled: 1 });
  });
});
