const CODE = { law: 'The Code', paragraph: 'paragraph 6.3', basis: 'CODE' } as const;

const permitted = (event: string, mutation: string, isOpenToCaller = true) => ({
  ...{ event, mutation, isOpenToCaller, source: null },
  roles: isOpenToCaller ? ['OFFICER', 'MANAGER'] : ['OFFICER'],
});

/** A live corporate complaint as the graph tells it, with what a test says of it. */
export const liveCase = (given: object = {}) => ({
  ...{ version: 4, stage: 1, state: 'WITH_SERVICE', stateTitle: 'With the service', waitsFor: 'SERVICE' },
  ...{ serviceId: 'parks', assignedTo: 'olu', assignedGroup: null, absence: null, isAccepted: true },
  ...{ nextLimit: 'ANSWER', nextDueOn: '2026-12-15', workingDaysLeft: 10 },
  permitted: [
    permitted('NOTE', 'noteCorporateComplaint'),
    permitted('ASSIGN', 'assignCorporateComplaint'),
    permitted('ANSWER', 'answerCorporateComplaint'),
    permitted('EXTEND', 'extendCorporateComplaint'),
    permitted('CHANGE_PARTY', 'changeCorporateParty'),
    permitted('LINK', 'linkCorporateComplaint'),
    permitted('KEEP_PROMISE', 'completeCorporateAction'),
    permitted('SETTLE', 'settleCorporateConcern'),
    permitted('CORRECT_DATE', 'correctCorporateDate', false),
  ],
  promises: [
    {
      ...{ place: 3, stage: 1, owner: 'olu', serviceId: null, firstDueOn: '2026-12-10', keptOn: null },
      ...{ dueOn: '2026-12-10', droppedOn: null, isOverdue: false, isInTime: null },
    },
  ],
  ...{ recommendations: [], causes: [], panel: [], found: [] },
  ...given,
});

export const DEADLINES = [
  {
    ...{ stage: 1, name: 'ANSWER', title: 'Answer it', dueOn: '2026-12-15', extendedTo: null, metOn: null },
    ...{ extendableTo: '2026-12-31', isInTime: null, isEstimated: false, source: CODE },
    steps: [
      { kind: 'STARTS', text: 'It was received on 2026-11-24.', source: null, days: [] },
      {
        ...{ kind: 'DUE', text: 'So the last day is 2026-12-15.', source: CODE },
        days: [{ day: '2026-12-08', name: 'Closed' }],
      },
    ],
  },
];

/** What the graph answers where help with a step is asked for. */
export const STEP_HELP = {
  articles: {
    edges: [{ node: { id: 'a-guide', kind: 'GUIDE', title: 'How <b> it is done', summary: 'In short.' } }],
  },
};

/** What the graph answers to the forms of a complaint. */
export const caseAnswers = (live: object | null = liveCase()) => ({
  CaseAtWorkOfCorporate: {
    complaint: {
      ...{ __typename: 'CorporateComplaint', id: 'corporate-1', reference: 'COR-1', stream: 'CORPORATE' },
      ...{ service: 'Parks', stages: [{ stage: 1, receivedOn: '2026-11-24' }] },
      ...{ deadlines: DEADLINES, casework: live },
    },
  },
  LiveProcedureCorporate: {
    procedure: {
      versions: [
        {
          ...{ stage: 1, inForceFrom: '2026-04-01', inForceTo: null, title: 'Stage 1', answeredBy: 'Them' },
          ...{ next: [], limits: [], source: CODE },
          states: [
            { name: 'WITH_SERVICE', title: 'With the service', waitsFor: 'SERVICE', isEnded: false },
            { name: 'ANSWERED', title: 'Answered', waitsFor: 'NOBODY', isEnded: true },
          ],
          events: [
            {
              ...{ event: 'ANSWER', title: 'Answer it', from: ['WITH_SERVICE'], leadsTo: 'Answered' },
              ...{ roles: ['OFFICER'], source: CODE, needs: [{ text: 'a finding for each', source: CODE }] },
            },
            {
              ...{ event: 'ESCALATE', title: 'Take it on', from: ['ANSWERED'], leadsTo: 'stage 2' },
              ...{ roles: ['OFFICER'], source: CODE, needs: [] },
            },
          ],
        },
      ],
    },
  },
  CasePointsOfCorporate: {
    complaint: {
      ...{ __typename: 'CorporateComplaint', id: 'corporate-1' },
      casework: {
        timeline: {
          edges: [
            { node: { place: 2, event: 'NOTE', words: [{ part: 'NOTE', words: 'A note' }] } },
            {
              node: {
                ...{ place: 1, event: 'RECORD' },
                words: [
                  { part: 'POINT_2', words: 'Nobody called <b>' },
                  { part: 'POINT_1', words: 'It was late' },
                ],
              },
            },
          ],
        },
      },
    },
  },
  StepHelp: STEP_HELP,
  GroupsOfCorporate: { groups: [{ id: 'g1', name: 'The desk', members: ['cora'] }] },
  FilterNames: { services: [{ id: 'parks', name: 'Parks', directorate: 'Place' }], channels: [] },
  FilterThemes: { themes: { rows: [] } },
});
