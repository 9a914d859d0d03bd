import { draw } from './draw';
import type { DrawnFigures } from './drawn-figures';

const figures = (given: { values?: number[]; href?: string } = {}): DrawnFigures => ({
  id: 'received',
  kind: 'columns',
  title: 'Stages received',
  subtitle: 'By quarter',
  subject: 'Stages received',
  unit: 'COUNT',
  categories: [{ label: 'Q1 2021-22' }, { label: 'Q2 2021-22' }],
  series: [
    {
      name: 'Corporate',
      measure: 'RECEIVED',
      values: given.values ?? [30, 72],
      hrefs: [given.href ?? '/complaints', null],
    },
  ],
  isLastPartial: false,
});

describe('drawing figures', () => {
  it('draws the same ones once, whatever lies behind them', () => {
    expect(draw(figures())).toBe(draw(figures({ href: '/complaints?streams=ADULTS' })));
  });

  it('draws others anew', () => {
    const [one, other] = [draw(figures()), draw(figures({ values: [30, 73] }))];
    expect(one.svg).toContain('Q2 2021-22: 72');
    expect(other.svg).toContain('Q2 2021-22: 73');
    expect(other.svg).not.toContain('Q2 2021-22: 72');
  });

  it('keeps those that are looked at, and no more than there is room for', () => {
    const looked = draw(figures({ values: [1, 1] }));
    const forgotten = draw(figures({ values: [2, 2] }));
    for (let value = 0; value < 250; value += 1) {
      draw(figures({ values: [value, 1_000] }));
      expect(draw(figures({ values: [1, 1] }))).toBe(looked);
    }
    expect(draw(figures({ values: [2, 2] }))).not.toBe(forgotten);
  });
});
