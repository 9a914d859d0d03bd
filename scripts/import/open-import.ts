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
  /** The long work that it is, where it is one. */
  readonly job?: ImportJob;
}

/** What an import that is long work has beside the file. */
export interface ImportJob {
  readonly id: number;
  /** The file's name, where its path does not say so. */
  readonly name: string;
  /** Called when the import begins, with what tells at any time how far it is. */
  begun(far: () => Far): void;
  /** Called for each row: where it throws, the import ends and nothing of it is kept. */
  checkRow(): void;
  /** Called once all rows are read: where it throws, nothing is recorded. */
  beforeRecording(): Promise<void>;
}

/** How many rows have been read, and records recorded. */
export interface Far {
  readonly rows: number;
  readonly records: number;
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
    on.job?.begun(watched.far);
    const given = {
      source: checked(watched.source, on.job),
      keepers: watched.keepers(keepers),
      facts,
      intake,
    };
    await importFile({ ...given, ...jobOf(on.job), file, maximumBytes, clock, dryRun }, (outcome) =>
      report(outcome, watched.aside(outcome)),
    );
  } finally {
    await end();
  }
}

const jobOf = (job: ImportJob | undefined) =>
  job === undefined ? {} : { name: job.name, jobId: job.id, beforeRecording: () => job.beforeRecording() };

function checked(source: Source<Hashed>, job: ImportJob | undefined): Source<Hashed> {
  if (job === undefined) return source;
  return {
    ...source,
    map(row, facts) {
      job.checkRow();
      return source.map(row, facts);
    },
  };
}
