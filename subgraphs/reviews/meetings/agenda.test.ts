import { checkAgenda, isSameAgenda } from './agenda';

const figure = {
  part: 'BACKLOG' as const,
  ...{ label: 'Open', count: 3, path: '/complaints?measure=OPEN', listed: ['adults-1'] },
};
const agenda = { countedFrom: '2021-04-01', asAt: '2021-09-30', figures: [figure] };

describe('checkAgenda', () => {
  it('keeps counts, and words where there is none', () => {
    const words = { ...figure, count: null, inWords: 'not recorded' };
    expect(checkAgenda({ ...agenda, figures: [figure, words] })).toEqual({
      ...agenda,
      figures: [{ ...figure, inWords: null }, words],
    });
  });

  it.each([
    ['/\\elsewhere.example', 'no page of this site'],
    ['javascript:alert(1)', 'no page of this site'],
    ['/a b', 'no page of this site'],
  ])('takes no address such as %s', (path, says) => {
    expect(checkAgenda({ ...agenda, figures: [{ ...figure, path }] })).toContain(says);
  });

  it.each([
    [{ ...agenda, countedFrom: '2021-04-31' }, '`countedFrom` is no day'],
    [{ ...agenda, asAt: 7 }, '`asAt` is no day'],
    [{ ...agenda, figures: [{ ...figure, label: ' ' }] }, 'A label has'],
    [{ ...agenda, figures: [{ ...figure, count: -1 }] }, 'less than nothing'],
    [{ ...agenda, figures: [{ ...figure, listed: Array(51).fill('x') }] }, 'lists more than 50'],
    [{ ...agenda, figures: [{ ...figure, count: null, inWords: 'x'.repeat(201) }] }, 'more than 200'],
    [{ ...agenda, figures: Array(201).fill(figure) }, '1 to 200 figures'],
  ])('says what is wrong with %j', (wrong, says) => {
    expect(checkAgenda(wrong)).toContain(says);
  });

  it('knows the same agenda again whatever the order in which it is stored', () => {
    const kept = checkAgenda(agenda);
    if (typeof kept === 'string') throw new Error(kept);
    const { figures, ...days } = kept;
    expect(isSameAgenda(kept, { figures, ...days })).toBe(true);
    expect(isSameAgenda(kept, { ...kept, asAt: '2021-09-29' })).toBe(false);
  });
});
