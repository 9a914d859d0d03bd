import { barChart } from '../../charts/bar-chart';
import type { Chart } from '../../charts/chart';
import type { CategoryChartData, TimeChartData } from '../../charts/chart-data';
import { lineChart } from '../../charts/line-chart';
import { stackedColumns } from '../../charts/stacked-columns';
import { stackedRows } from '../../charts/stacked-rows';
import type { DrawnFigures } from './drawn-figures';
import { newestWords } from './newest';

/** Pictures that are kept, of some 20 kB each: those of every page that many look at. */
const MOST_KEPT = 200;
const kept = new Map<string, Chart>();

/** Draws figures as their kind says. The same figures, whoever looks at them and whatever lies behind, are drawn once. */
export function draw(figures: DrawnFigures): Chart {
  const key = JSON.stringify(figures, (name, value: unknown) => (name === 'hrefs' ? undefined : value));
  const chart = kept.get(key) ?? drawn(figures);
  // The one that was looked at longest ago goes first.
  kept.delete(key);
  kept.set(key, chart);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return chart;
}

function drawn(figures: DrawnFigures): Chart {
  switch (figures.kind) {
    case 'lines':
      return lineChart(overPeriods(figures));
    case 'columns':
      return stackedColumns(overPeriods(figures));
    case 'bars':
      return barChart(byCategory(figures));
    case 'rows':
      return stackedRows(byCategory(figures));
  }
}

const overPeriods = (figures: DrawnFigures): TimeChartData => ({
  ...figures,
  headline: headlineOf(figures),
  periods: figures.categories,
  isPartial: figures.isLastPartial,
});

const headlineOf = (figures: DrawnFigures): string | undefined =>
  figures.headline ?? (figures.isNoSum ? newestWords(figures) : undefined);

const byCategory = ({ compared, ...figures }: DrawnFigures): CategoryChartData => ({
  ...figures,
  categoryHead: figures.categoryHead ?? 'Period',
  ...(compared ? { comparedWords: compared.words } : {}),
});
