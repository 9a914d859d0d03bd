import type { Figure } from '../../domain/figures/figures';
import { changeSentence, type Pair } from './change';

const words = 'the same half of the year before';
const stage2 = { subject: 'Stage 2 complaints', words };

const pair = (
  name: string,
  earlier: number | null,
  now: number | null,
  unit: Figure['unit'] = 'COUNT',
): Pair => ({
  name,
  earlier: { unit, value: earlier },
  now: { unit, value: now },
});

describe('a sentence of change', () => {
  it('tells the whole and where it changed most', () => {
    const pairs = [pair('Highways', 10, 20), pair('Greenspace', 5, 21), pair('Planning', 15, 31)];
    expect(changeSentence(stage2, pairs)).toBe(
      'Stage 2 complaints rose from 30 to 72 on the same half of the year before, most in Greenspace (5 to 21)',
    );
  });

  it('tells nothing of a part whose change is noise or goes the other way', () => {
    expect(changeSentence(stage2, [pair('Highways', 20, 0), pair('Greenspace', 5, 80)])).toBe(
      'Stage 2 complaints rose from 25 to 80 on the same half of the year before, most in Greenspace (5 to 80)',
    );
    const many = Array.from({ length: 10 }, (_, index) => pair(`Service ${index}`, 3, 7));
    expect(changeSentence(stage2, many)).toBe(
      'Stage 2 complaints rose from 30 to 70 on the same half of the year before',
    );
  });

  it('tells the level alone where the whole changed by noise', () => {
    expect(changeSentence(stage2, [pair('Highways', 30, 34)])).toBe(
      'Stage 2 complaints: 34, little different from the 30 of the same half of the year before',
    );
    expect(changeSentence({ ...stage2, when: 'in May 2021' }, [pair('Highways', 30, 30)])).toBe(
      'Stage 2 complaints: 30 in May 2021, the same as the same half of the year before',
    );
    expect(changeSentence(stage2, [pair('Highways', 30, 10), pair('Greenspace', 10, 30)])).toBe(
      'Stage 2 complaints: 40, the same as the same half of the year before, though Highways fell (30 to 10)',
    );
  });

  it('never adds rates or days, nor counts of which one is not recorded', () => {
    const rates = [pair('Corporate', 0.7, 0.5, 'RATE'), pair('Schools', 0.5, 0.8, 'RATE')];
    expect(changeSentence({ subject: 'Answered in time', words: 'a year before' }, rates)).toBe(
      'Answered in time rose in Schools (50\u00a0% to 80\u00a0%) and fell in Corporate (70\u00a0% to 50\u00a0%) on a year before',
    );
    expect(changeSentence(stage2, [pair('Highways', 5, 25), pair('Greenspace', null, 20)])).toBe(
      'Stage 2 complaints rose in Highways (5 to 25) on the same half of the year before',
    );
    expect(changeSentence(stage2, [pair('A', 5, 6), pair('B', 5, 6), pair('C', null, 1)])).toBe(
      'Stage 2 complaints: little changed on the same half of the year before',
    );
  });

  it('is none where nothing can be compared', () => {
    expect(changeSentence(stage2, [])).toBeNull();
    expect(changeSentence(stage2, [pair('Highways', null, 5), pair('Greenspace', 5, null)])).toBeNull();
  });

  it('tells days with their unit', () => {
    expect(
      changeSentence({ subject: 'Days to answer', words: 'a year before' }, [
        pair('', 20, 12.5, 'WORKING_DAYS'),
      ]),
    ).toBe('Days to answer fell from 20 to 12.5 working days on a year before');
  });
});
