/** What tests of letters share: a letter as the graph tells it, and a complaint that has it. */

const CODE = { law: 'The Code', paragraph: 'paragraph 6.2', basis: 'CODE' } as const;
const GAP = '[to be written: what is complained of]';

/** A draft, with what a test says of it. */
export const aLetter = (given: object = {}) => ({
  ...{ id: 'corporate-9', complaintId: 'corporate-1', stage: 1, kind: 'ACKNOWLEDGEMENT', status: 'DRAFT' },
  ...{ version: 1, subject: 'Your complaint COR-1', outcome: null },
  paragraphs: [
    { part: 'GREETING', heading: null, text: 'Dear Ms Made-Up,', source: null, gaps: [] },
    { part: 'DEFINITION', heading: 'Your complaint', text: `It is:\n\n${GAP}`, source: CODE, gaps: [GAP] },
    {
      part: 'POINTS',
      heading: null,
      text: 'We look into:\n\n- Missed again\n- Rude',
      source: CODE,
      gaps: [],
    },
  ],
  addressee: { name: 'Ms Ada Made-Up', lines: ['1 Any Street', 'AA1 1AA'], email: null },
  ...{ writtenBy: ['olu'], changedBy: 'olu', changedAt: '2026-05-13T09:00:00Z', approvedBy: null },
  ...{ returnedBecause: null, sentOn: null, sentHow: null, documents: [] },
  steps: [
    { step: 'SAVE', whyNot: null },
    { step: 'SEND', whyNot: null },
    { step: 'DROP', whyNot: null },
    { step: 'APPROVE', whyNot: 'The letter is a draft.' },
  ],
  ...given,
});

/** A complaint that is worked on here, with one letter. */
export const lettersAnswer = (letter: object = {}, documents: readonly object[] = []) => ({
  complaint: {
    ...{ __typename: 'CorporateComplaint', id: 'corporate-1', reference: 'COR-1' },
    casework: {
      ...{ stateTitle: 'Received, to be acknowledged', stage: 1, lettersNeedApproval: false, documents },
      fittingLetters: [
        { kind: 'ACKNOWLEDGEMENT', event: 'ACKNOWLEDGE', isRecorded: false },
        { kind: 'REFUSAL', event: 'REFUSE', isRecorded: false },
      ],
      letters: [aLetter(letter)],
    },
  },
});
