import { barChart } from '../../charts/bar-chart';
import type { Chart } from '../../charts/chart';
import type { CategoryChartData, TimeChartData } from '../../charts/chart-data';
import { lineChart } from '../../charts/line-chart';
import { stackedColumns } from '../../charts/stacked-columns';
import { stackedRows } from '../../charts/stacked-rows';
import type { DrawnFigures } from './drawn-figures';
import { newestWords } from './newest';

/** Draws figures as their kind says. */
export function draw(figures: DrawnFigures): Chart {
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
