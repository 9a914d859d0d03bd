import { checkDefinitions } from './check-definitions';
import type { ReportDefinition } from './definition';
import { MID_YEAR_PROGRESS } from './mid-year-progress';

/** The reports that can be made. One with a fault is refused when they are loaded, in words. */
export const REPORT_DEFINITIONS: readonly ReportDefinition[] = checkDefinitions([MID_YEAR_PROGRESS]);

/** The definition of a key; null where there is none. */
export const definitionNamed = (key: string): ReportDefinition | null =>
  REPORT_DEFINITIONS.find((definition) => definition.key === key) ?? null;
