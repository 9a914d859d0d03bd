import type { LetterCameFragment, LetterShownFragment } from '../../../operations/__generated__/operations';
import { subjectAlone } from '../../../server/person-names';
import { fittingItems } from './begin-letter';
import { refusedLetter } from './letter-came';
import { addresseeView, fieldOf, letterView, paragraphFields } from './letter-view';

const CODE = { law: 'The Code', paragraph: 'paragraph 6.2', basis: 'CODE' } as const;
const GAP = '[to be written: what]';
const letter: LetterShownFragment = {
  ...{ id: 'corporate-9', complaintId: 'corporate-1', stage: 1, kind: 'ANSWER', status: 'DRAFT', version: 1 },
  ...{ subject: 'Your complaint', addressee: null, writtenBy: ['olu'], changedBy: 'olu' },
  ...{ changedAt: '2026-05-13T23:30:00Z', approvedBy: 'ida', returnedBecause: null, sentOn: null },
  ...{ sentHow: null, documents: [] },
  paragraphs: [
    { part: 'EXPLANATION', heading: null, text: GAP, source: CODE, gaps: [GAP] },
    { part: 'HELP', heading: 'Help', text: '', source: null, gaps: [] },
  ],
  steps: [
    { step: 'SAVE', whyNot: null },
    { step: 'SEND', whyNot: 'Not yet.' },
  ],
};

describe('a letter as pages show it', () => {
  it('says how far it has come, what is missing, and why a step is not open', () => {
    expect(letterView(letter, subjectAlone)).toMatchObject({
      ...{ kind: 'Answer', status: 'Draft', gaps: [GAP], open: ['SAVE'] },
      facts: 'Stage 1. Changed by olu, 14 May 2026. Approved by ida.',
      notNow: [{ title: 'Send it', why: 'Not yet.' }],
      paragraphs: [{ heading: null }],
    });
    expect(addresseeView(letter)).toEqual({
      ...{ name: 'No name is recorded of whom it goes to', lines: ['No address is recorded'] },
      email: 'No e-mail address is recorded',
    });
  });

  it('has a field for each paragraph, with what law asks for and what somebody else wrote', () => {
    const form = { [fieldOf('EXPLANATION')]: 'Mine' };
    const [first, second] = paragraphFields(letter, { form, problems: [], isChanged: true });
    expect(first).toMatchObject({ now: GAP, rows: 3, field: { label: 'Explanation', value: 'Mine' } });
    expect(first?.field.hint).toContain('Asked for by The Code, paragraph 6.2');
    expect(second).toMatchObject({ now: null, field: { label: 'Help', hint: null } });
  });

  it('is suggested where it comes first, and stays chosen', () => {
    const fitting = [
      { kind: 'EXTENSION', event: 'EXTEND', isRecorded: true },
      { kind: 'ANSWER', event: 'ANSWER', isRecorded: false },
    ] as const;
    expect(fittingItems(fitting, '').map(({ isChosen }) => isChosen)).toEqual([true, false]);
    expect(fittingItems(fitting, 'ANSWER').map(({ isChosen }) => isChosen)).toEqual([false, true]);
    expect(fittingItems(fitting, '')[0]).toMatchObject({ text: 'That the answer takes longer (suggested)' });
  });
});

describe('a command on a letter that was refused', () => {
  const form = { key: 'k', version: '1' };
  const refused = (came: LetterCameFragment) =>
    refusedLetter(came, form, (part) => (part === 'on' ? 'on' : null));

  it('stands beside the field that is meant, with the law', () => {
    const said = { __typename: 'LetterRefused', message: 'Too soon.', source: CODE } as const;
    expect(refused({ ...said, part: 'on' })?.problems).toEqual([
      { field: 'on', says: expect.stringContaining('Too soon. The Code, paragraph 6.2') },
    ]);
    expect(refused({ ...said, part: 'HELP' })?.problems).toMatchObject([{ field: null }]);
  });

  it('has the new version where somebody was first, and a new key where the old one was taken', () => {
    const changed = {
      __typename: 'LetterChanged',
      message: 'Changed.',
      letter: { ...letter, version: 4 },
    } as const;
    expect(refused(changed)).toMatchObject({ status: 409, isChanged: true, form: { version: '4' } });
    const taken = { __typename: 'CommandUnusable', message: 'Taken.', part: 'key' } as const;
    expect(refused(taken)?.form.key).not.toBe('k');
    const done = { __typename: 'LetterDone', letter: { id: 'x', version: 2, status: 'DRAFT' } } as const;
    expect(refused(done)).toBeNull();
  });
});
