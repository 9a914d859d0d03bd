import { newestWords } from './newest';

const series = (name: string, values: (number | null)[]) => ({
  name,
  values,
  measure: null,
  hrefs: values.map(() => null),
});
const categories = [{ label: 'August 2021' }, { label: 'September 2021' }];

describe('what the newest period says', () => {
  it('tells each line, and never their sum', () => {
    const both = [series('Received', [1, 66]), series('Answered', [2, 1093])];
    expect(newestWords({ subject: 'Stages', categories, series: both, isLastPartial: false })).toBe(
      'September 2021: 66 received, 1,093 answered',
    );
    expect(newestWords({ subject: 'Stages', categories, series: both, isLastPartial: true })).toBe(
      'September 2021 so far: 66 received, 1,093 answered',
    );
  });

  it('goes back to the newest that was recorded, and leaves out a line that was not', () => {
    const gaps = [series('Received', [3, null]), series('Answered', [null, null])];
    expect(newestWords({ subject: 'Stages', categories, series: gaps, isLastPartial: true })).toBe(
      'August 2021: 3 received',
    );
  });

  it('says where nothing was recorded', () => {
    const none = [series('Received', [null, null])];
    expect(newestWords({ subject: 'Stages', categories, series: none, isLastPartial: false })).toBe(
      'Stages: nothing recorded',
    );
  });
});
