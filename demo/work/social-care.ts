import { complainant, type DayBack, type ExampleComplaint, stepsOf } from './example';

const adults = stepsOf('Adults');
const childrens = stepsOf('Childrens');

const ofAdults = (receivedOn: string, summary: string, forename: string) => ({
  ...{ receivedOn, summary, channel: 'Phone', theme: 'Quality of service' },
  ...{ serviceId: 'adults-hospital-discharge', parties: [complainant(forename, 'Carewell')] },
});

/** Complaints about care for adults: to be acknowledged, planned, suspended, answered. */
export const adultsWork = (back: DayBack): readonly ExampleComplaint[] => [
  {
    ...{ stream: 'Adults', by: 'olu', steps: [adults.assign('olu', 'olu'), adults.accept('olu')] },
    input: ofAdults(back(1), 'She was sent home without care.', 'Ira'),
  },
  {
    ...{ stream: 'Adults', by: 'olu' },
    input: ofAdults(back(12), 'Nobody explained the charge.', 'Bo'),
    steps: [
      adults.acknowledge('olu', back(10)),
      adults.assign('olu', 'amir'),
      adults.accept('amir'),
      adults.does('amir', 'agreeAdultsPlan', {
        ...{ on: back(9), answerBy: back(-2), plan: 'We meet the ward, and her daughter.' },
      }),
    ],
  },
  {
    ...{ stream: 'Adults', by: 'olu' },
    input: ofAdults(back(20), 'Carers came late on most days.', 'Cy'),
    steps: [
      adults.acknowledge('olu', back(18)),
      adults.assign('olu', 'amir'),
      adults.does('olu', 'suspendAdultsComplaint', {
        ...{ on: back(11), ground: 'SAFEGUARDING', reason: 'An enquiry began.' },
      }),
    ],
  },
  {
    ...{ stream: 'Adults', by: 'olu' },
    input: ofAdults(back(30), 'The rail was never fitted.', 'Di'),
    steps: [
      adults.acknowledge('olu', back(28)),
      adults.assign('olu', 'amir'),
      adults.answer('amir', back(8), 'UPHELD'),
    ],
  },
];

const ofChildrens = (receivedOn: string, summary: string, forename: string) => ({
  ...{ receivedOn, summary, channel: 'In person', theme: 'Quality of service' },
  ...{ serviceId: 'childrens-assessment' },
  parties: [{ kind: 'CHILD', forename, surname: 'Youngham', bornOn: '2013-04-01' }],
});
const POINTS = ['Visits were cancelled.', 'Nobody rang.'];
const person = (id: string, name: string) => ({ person: id, name });

/** Complaints of young people: with a manager, and in an investigation. */
export const childrensWork = (back: DayBack): readonly ExampleComplaint[] => [
  {
    ...{ stream: 'Childrens', by: 'olu', input: ofChildrens(back(2), 'Contact was moved twice.', 'Eli') },
    steps: [childrens.acknowledge('olu', back(1)), childrens.assign('olu', 'bea')],
  },
  {
    ...{ stream: 'Childrens', by: 'olu', input: ofChildrens(back(12), 'The plan was not kept.', 'Fay') },
    steps: [childrens.acknowledge('olu', back(11)), childrens.assign('olu', 'bea'), childrens.accept('bea')],
  },
  {
    ...{ stream: 'Childrens', by: 'olu', input: ofChildrens(back(40), 'Nobody listened.', 'Gus') },
    steps: [
      childrens.acknowledge('olu', back(39)),
      childrens.assign('olu', 'bea'),
      childrens.answer('bea', back(32), 'NOT_UPHELD'),
      childrens.escalate('olu', back(28)),
      ...[
        ['INVESTIGATING_OFFICER', person('ingrid-officer', 'Ingrid Officer')],
        ['INDEPENDENT_PERSON', person('indira-person', 'Indira Person')],
        ['ADJUDICATING_OFFICER', person('adam-judge', 'Adam Judge')],
      ].map(([as, whom]) => childrens.does('olu', 'appointChildrensPerson', { as, person: whom })),
      childrens.does('olu', 'agreeChildrensStatement', { on: back(20), points: POINTS }),
      childrens.assign('olu', 'olu'),
      childrens.accept('olu'),
    ],
  },
];
