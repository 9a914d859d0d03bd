import { toDay } from '../calendar/day';
import { fittingLetters } from './fitting-letters';
import { LETTERS, stageAfter } from './testing/letter-facts';

const { childrens, corporate } = LETTERS;
const on = toDay('2026-05-13');
const acknowledge = { event: 'acknowledge', on } as const;
const answer = { event: 'answer', on, outcome: 'UPHELD', findings: [] } as const;
const fitting = (of: ReturnType<typeof stageAfter>, templates = corporate, sent: readonly 'ANSWER'[] = []) =>
  fittingLetters({ templates, sent, ...of }).map(
    ({ template: { kind }, isRecorded }) => `${kind}${isRecorded ? ' recorded' : ''}`,
  );

describe('the letters that fit', () => {
  it('are an acknowledgement first, then an answer, by what the state permits', () => {
    expect(fitting(stageAfter('corporate'))).toEqual(['ACKNOWLEDGEMENT', 'EXTENSION', 'REFUSAL']);
    expect(fitting(stageAfter('corporate', acknowledge))).toEqual([
      ...['ANSWER', 'EXTENSION', 'REFUSAL', 'ACKNOWLEDGEMENT recorded'],
    ]);
  });

  it('begin with what was recorded and told by no letter yet', () => {
    const extend = {
      event: 'extend',
      limit: 'ANSWER',
      on,
      to: toDay('2026-06-10'),
      hasReason: true,
      isForGoodReason: false,
    } as const;
    expect(fitting(stageAfter('corporate', acknowledge, extend))[0]).toBe('EXTENSION recorded');
    const answered = stageAfter('corporate', acknowledge, answer);
    expect(fitting(answered)).toEqual(['ANSWER recorded', 'ACKNOWLEDGEMENT recorded']);
    expect(fitting(answered, corporate, ['ANSWER']).at(-1)).toBe('ANSWER recorded');
  });

  it('tell of the next stage at that stage alone', () => {
    const escalate = { event: 'escalate', receivedOn: on, hasLateReason: false } as const;
    expect(fitting(stageAfter('childrens', acknowledge, answer, escalate), childrens)).toEqual([
      ...['NEXT_STAGE recorded', 'EXTENSION', 'REFUSAL'],
    ]);
  });
});
