import { complainant, type DayBack, type ExampleComplaint, type ExampleStep, stepsOf } from './example';

const { acknowledge, assign, accept, answer, escalate, does } = stepsOf('Corporate');

interface Begun {
  readonly back: DayBack;
  readonly received: number;
  readonly serviceId: string;
  readonly summary: string;
  readonly name: readonly [forename: string, surname: string];
  readonly more?: Readonly<Record<string, unknown>>;
}

const begun = (
  { back, received, serviceId, summary, name, more = {} }: Begun,
  steps: readonly ExampleStep[],
) => ({
  ...{ stream: 'Corporate' as const, by: 'olu', steps },
  input: {
    ...{ receivedOn: back(received), serviceId, summary, channel: 'Web form', theme: 'Delay' },
    ...{ parties: [complainant(...name)], ...more },
  },
});

/** Acknowledged two days after receipt, and with the manager of the service. */
const withManager = (back: DayBack, received: number, manager: string): readonly ExampleStep[] => [
  acknowledge('olu', back(received - 2)),
  assign('olu', manager),
  accept(manager),
];

/** Complaints that came in lately, and what waits for the team and the managers. */
export const recentCorporate = (back: DayBack): readonly ExampleComplaint[] => [
  begun(
    {
      ...{ back, received: 0, serviceId: 'refuse-recycling', name: ['Robin', 'Madeup'] },
      ...{ summary: 'The brown bin was not emptied on two Fridays.', more: { channel: 'Phone' } },
    },
    [],
  ),
  begun(
    {
      ...{ back, received: 3, serviceId: 'greenspace', name: ['Sam', 'Example'] },
      ...{ summary: 'A branch fell on the path, and nobody came.', more: { channel: 'Email' } },
    },
    [],
  ),
  begun(
    {
      ...{ back, received: 7, serviceId: 'highways', name: ['Kit', 'Invented'] },
      ...{ summary: 'The street light has been out since the autumn.', more: { channel: 'Letter' } },
    },
    [],
  ),
  begun(
    {
      ...{ back, received: 4, serviceId: 'parking', name: ['Jo', 'Sample'] },
      summary: 'A permit was paid for twice, and the money did not come back.',
    },
    [acknowledge('olu', back(2)), assign('olu', 'hana')],
  ),
  begun(
    {
      ...{ back, received: 9, serviceId: 'greenspace', name: ['Ali', 'Fictional'] },
      summary: 'The playground gate does not close.',
    },
    withManager(back, 9, 'mark'),
  ),
  begun(
    {
      ...{ back, received: 12, serviceId: 'planning', name: ['Lee', 'Nobody'] },
      ...{
        summary: 'Letters about an application went to the old address.',
        more: { theme: 'Communication' },
      },
    },
    withManager(back, 12, 'hana'),
  ),
  begun(
    {
      ...{ back, received: 18, serviceId: 'revenues-benefits', name: ['Max', 'Anyone'] },
      summary: 'A change of address took three months.',
    },
    withManager(back, 18, 'hana'),
  ),
  begun(
    {
      ...{ back, received: 14, serviceId: 'highways', name: ['Nico', 'Placeholder'] },
      summary: 'The crossing was promised for the spring.',
    },
    [
      ...withManager(back, 14, 'hana'),
      does('hana', 'extendCorporateComplaint', {
        ...{
          limit: 'ANSWER',
          on: back(3),
          to: back(-4),
          reason: 'The contractor has the plans until Friday.',
        },
      }),
    ],
  ),
  begun(
    {
      ...{ back, received: 2, serviceId: 'highways', name: ['Uma', 'Someone'] },
      summary: 'My mother fell on a broken flag.',
      more: {
        consent: 'AWAITED',
        parties: [
          { kind: 'REPRESENTATIVE', forename: 'Uma', surname: 'Someone', relationship: 'Daughter' },
          { kind: 'PERSON_CONCERNED', forename: 'Vera', surname: 'Someone' },
        ],
      },
    },
    [acknowledge('olu', back(1)), assign('olu', 'hana')],
  ),
  begun(
    {
      ...{ back, received: 6, serviceId: 'refuse-recycling', name: ['Pat', 'Pretend'] },
      summary: 'The calendar for the bins was wrong.',
    },
    [
      acknowledge('olu', back(5)),
      does('olu', 'withdrawCorporateComplaint', { on: back(3), reason: 'They have the right one now.' }),
    ],
  ),
];

const FOUND = (finding: string) => [
  { point: 'The bin was not emptied', finding },
  { point: 'Nobody called back', finding },
];

/** Complaints that were answered, went on to a review, or to an ombudsman. */
export const answeredCorporate = (back: DayBack): readonly ExampleComplaint[] => [
  begun(
    {
      ...{ back, received: 22, serviceId: 'refuse-recycling', name: ['Chris', 'Madeup'] },
      summary: 'The bin was not emptied for a month, and nobody called back.',
      more: { points: ['The bin was not emptied', 'Nobody called back'] },
    },
    [
      ...withManager(back, 22, 'mark'),
      answer('mark', back(14), 'UPHELD', FOUND('UPHELD')),
      does('mark', 'promiseCorporateAction', {
        ...{ action: 'Put the street on the round of Fridays.', dueOn: back(3), owner: 'mark' },
      }),
      does('mark', 'promiseCorporateAction', {
        ...{ action: 'Tell the street of the new day.', dueOn: back(-8), owner: 'mark' },
      }),
      does('mark', 'nameCorporateCauses', { causes: ['DELAY', 'COMMUNICATION'] }),
    ],
  ),
  begun(
    {
      ...{ back, received: 26, serviceId: 'greenspace', name: ['Terry', 'Example'] },
      summary: 'The hedge was cut in the nesting season.',
    },
    [
      ...withManager(back, 26, 'mark'),
      answer('mark', back(18), 'NOT_UPHELD'),
      escalate('olu', back(6)),
      acknowledge('olu', back(4)),
      assign('olu', 'cora'),
      accept('cora'),
    ],
  ),
  begun(
    {
      ...{ back, received: 45, serviceId: 'planning', name: ['Ash', 'Invented'] },
      summary: 'A neighbour’s extension was decided without the objection.',
    },
    [
      ...withManager(back, 45, 'hana'),
      answer('hana', back(37), 'NOT_UPHELD'),
      escalate('olu', back(32)),
      acknowledge('olu', back(30)),
      assign('olu', 'cora'),
      answer('cora', back(16), 'PARTIALLY_UPHELD'),
    ],
  ),
];

/** Complaints of which an ombudsman asked: one waits for a reply, of the other a remedy is to be done. */
export const askedByOmbudsman = (back: DayBack): readonly ExampleComplaint[] =>
  [
    {
      ...{ received: 58, reference: '26 900 101', name: ['Gale', 'Sample'] as const },
      ...{ summary: 'The parking fine was not taken back.', enquiry: [] },
    },
    {
      ...{ received: 70, reference: '26 900 102', name: ['Dana', 'Fictional'] as const },
      summary: 'The disabled bay was painted in another street.',
      enquiry: [
        does('olu', 'replyToOmbudsmanEnquiry', { on: back(16), words: 'Our papers.' }),
        does('olu', 'recordOmbudsmanDecision', {
          input: { on: back(6), decision: 'Upheld: fault and injustice', lgscoDecision: 'UPHELD' },
        }),
        does('olu', 'addOmbudsmanRemedy', {
          ...{ text: 'Apologise, and paint the bay', kind: 'PERSONAL', dueOn: back(-5) },
        }),
      ],
    },
  ].map(({ received, reference, name, summary, enquiry }) => ({
    ...begun({ back, received, serviceId: 'parking', name, summary }, [
      ...withManager(back, received, 'hana'),
      answer('hana', back(received - 9), 'NOT_UPHELD'),
      escalate('olu', back(received - 14)),
      acknowledge('olu', back(received - 16)),
      assign('olu', 'cora'),
      answer('cora', back(received - 30), 'NOT_UPHELD'),
    ]),
    enquiry: {
      input: { body: 'LGSCO', reference, receivedOn: back(received - 44), questions: 'All papers of it.' },
      steps: enquiry,
    },
  }));
