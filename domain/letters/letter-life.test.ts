import {
  LETTER_STATUSES,
  LETTER_STEPS,
  type LetterStanding,
  type StepAsked,
  statusAfter,
  whyNotGo,
  whyNotStep,
} from './letter-life';
import { LETTERS } from './testing/letter-facts';

const { corporate: letters } = LETTERS;
const [template] = letters;
if (template === undefined) throw new Error('There is no letter.');
const whole = template.paragraphs.map(({ part, heading }) => ({ part, heading, text: 'Written.' }));
const letter = (changes: Partial<LetterStanding> = {}): LetterStanding => ({
  ...{ status: 'DRAFT', paragraphs: whole, writers: ['olu'], ...changes },
});
const why = (asked: Partial<StepAsked>) =>
  whyNotStep({ step: 'SEND', letter: letter(), by: 'olu', needsApproval: false, template, ...asked });

describe('the life of a letter', () => {
  it('has these steps in each status, and no other', () => {
    const table = Object.fromEntries(
      LETTER_STATUSES.map((status) => [
        status,
        LETTER_STEPS.filter((step) => why({ step, letter: letter({ status }), by: 'mona' }) === null).join(
          ' ',
        ),
      ]),
    );
    expect(table).toEqual({
      DRAFT: 'SAVE SUBMIT SEND DROP',
      AWAITING_APPROVAL: 'APPROVE RETURN DROP',
      APPROVED: 'RETURN SEND DROP',
      SENT: '',
      DROPPED: '',
    });
    expect(LETTER_STEPS.map(statusAfter)).toEqual([
      ...['DRAFT', 'AWAITING_APPROVAL', 'APPROVED', 'DRAFT', 'SENT', 'DROPPED'],
    ]);
  });

  it('is approved by somebody who wrote nothing of it', () => {
    const awaiting = letter({ status: 'AWAITING_APPROVAL', writers: ['olu', 'mona'] });
    expect(why({ step: 'APPROVE', letter: awaiting, by: 'mona' })?.code).toBe('LETTER_OWN');
    expect(why({ step: 'APPROVE', letter: awaiting, by: 'mark' })).toBeNull();
  });

  it('is sent unapproved only where its service wants no approval', () => {
    expect(why({ needsApproval: true })?.code).toBe('LETTER_NOT_APPROVED');
    expect(why({ needsApproval: true, letter: letter({ status: 'APPROVED' }) })).toBeNull();
  });

  it.each(['SUBMIT', 'SEND'] as const)('is whole before it is read by others: %s', (step) => {
    const gap = { part: 'DEFINITION', heading: null, text: 'So [to be written: what]' };
    const open = letter({ paragraphs: [...whole.filter(({ part }) => part !== 'DEFINITION'), gap] });
    expect(why({ step, letter: open })).toMatchObject({ code: 'LETTER_HAS_GAPS', part: 'DEFINITION' });
    const empty = whole.map((one) => (one.part === 'DEFINITION' ? { ...one, text: ' ' } : one));
    expect(why({ step, letter: letter({ paragraphs: empty }) })).toMatchObject({
      ...{ code: 'LETTER_PARAGRAPH_MISSING', part: 'DEFINITION', source: { basis: 'POLICY' } },
    });
    expect(why({ step: 'SAVE', letter: open })).toBeNull();
  });

  it('goes where an address is recorded for the way', () => {
    const to = { name: 'Ada', lines: ['1 Any Street'], email: null };
    expect(whyNotGo('POST', to)).toBeNull();
    expect(whyNotGo('EMAIL', to)?.message).toContain('No e-mail address is recorded');
    expect(whyNotGo('POST', { ...to, lines: [] })?.code).toBe('LETTER_ADDRESS_MISSING');
    expect(whyNotGo('POST', { ...to, name: null })?.message).toContain('No name is recorded');
  });
});
