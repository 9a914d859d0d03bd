import { ANNUAL_ADULTS } from './annual-adults';
import { ANNUAL_CHILDRENS } from './annual-childrens';
import { ANNUAL_COMPLAINTS } from './annual-complaints';
import { checkDefinitions } from './check-definitions';
import type { ReportDefinition } from './definition';
import { MID_YEAR_PROGRESS } from './mid-year-progress';
import { PORTFOLIO_PERFORMANCE } from './portfolio-performance';

/** The reports that can be made. One with a fault is refused when they are loaded, in words. */
export const REPORT_DEFINITIONS: readonly ReportDefinition[] = checkDefinitions([
  MID_YEAR_PROGRESS,
  PORTFOLIO_PERFORMANCE,
  ANNUAL_COMPLAINTS,
  ANNUAL_CHILDRENS,
  ANNUAL_ADULTS,
]);

/** The definition of a key; null where there is none. */
export const definitionNamed = (key: string): ReportDefinition | null =>
  REPORT_DEFINITIONS.find((definition) => definition.key === key) ?? null;
