import { importFile, type Loaded, type Refused } from '../../imports/pipeline';
import type { Hashed, Source } from '../../imports/source';
import { sources } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import type { Schemas } from '../../subgraphs/schemas';
import type { ImportArguments } from './arguments';
import { factsOn, keepersOn } from './importing';
import type { Progress } from './progress';
import type { Aside } from './report-summary';
import { watchImport } from './watch-import';

/** One import on the product's schemas. */
export interface ImportOn {
  readonly schemas: Schemas;
  readonly settings: Pick<Settings, 'clock' | 'authority' | 'importMaxBytes'>;
  readonly asked: Pick<ImportArguments, 'source' | 'file' | 'dryRun'>;
  /** Where it is said how far the import has come. */
  readonly progress?: Pick<Progress, 'doing'>;
}

type Report = (outcome: Loaded | Refused, aside: Aside) => Promise<void>;

/** Imports the file that was asked for. The names in force have to have arrived at intake. */
export function runImport(on: ImportOn, report: Report): Promise<void> {
  return importWith(on, sources[on.asked.source], report);
}

async function importWith(on: ImportOn, source: Source<Hashed>, report: Report): Promise<void> {
  const { clock, importMaxBytes: maximumBytes } = on.settings;
  const { file, dryRun } = on.asked;
  const facts = await factsOn(on);
  const { keepers, end } = keepersOn(on, { dryRun });
  const intake = on.schemas.of('intake');
  const watched = watchImport(source, on.progress);
  try {
    const given = { source: watched.source, keepers: watched.keepers(keepers), facts, intake };
    await importFile({ ...given, file, maximumBytes, clock, dryRun }, (outcome) =>
      report(outcome, watched.aside(outcome)),
    );
  } finally {
    await end();
  }
}
