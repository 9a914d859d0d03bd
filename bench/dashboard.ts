import { type MeasuredSize, measureSize } from './dashboard/measure-size';
import { reportDashboard } from './dashboard/report';
import { installOthers } from './others/install';

export interface DashboardBench {
  /** Stages of a made-up council. */
  readonly sizes: readonly number[];
  readonly runs: number;
}

/** The dashboard operation over HTTP, counted anew and kept, with plain GROUP BY, DuckDB and PostGraphile beside it in the same run. */
export async function benchDashboard({ sizes, runs }: DashboardBench): Promise<void> {
  const installed = installOthers();
  const measured: MeasuredSize[] = [];
  for (const stages of sizes) {
    measured.push(await measureSize({ stages, runs, installed }));
    // After each: the largest sizes take an hour, and what was measured until then is worth keeping.
    reportDashboard(measured, runs);
  }
}
