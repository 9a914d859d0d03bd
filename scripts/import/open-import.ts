import { londonDayOf } from '../../domain/calendar/day';
import { namesOf } from '../../imports/names';
import { importFile, type Loaded, openKeepers, type Refused } from '../../imports/pipeline';
import type { Hashed, Source } from '../../imports/source';
import { sources } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import { inTransaction } from '../../platform/transaction/transaction';
import { namesInForce } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import type { ImportArguments } from './arguments';
import { noticesOf } from './notices';
import { watchRows } from './watch-rows';

/** One import on the product's schemas. */
export interface ImportOn {
  readonly schemas: Schemas;
  readonly settings: Pick<Settings, 'clock' | 'authority' | 'importMaxBytes'>;
  readonly asked: Pick<ImportArguments, 'source' | 'file' | 'trial'>;
}

/** `notices` are what a person should look at, beside counts and faults. */
type Report = (outcome: Loaded | Refused, notices: readonly string[]) => Promise<void>;

/** Imports the file that was asked for. The names in force have to have arrived at intake. */
export function runImport(on: ImportOn, report: Report): Promise<void> {
  return importWith(on, sources[on.asked.source], report);
}

async function importWith(
  { schemas, settings, asked }: ImportOn,
  original: Source<Hashed>,
  report: Report,
): Promise<void> {
  const { clock, authority, importMaxBytes: maximumBytes } = settings;
  const { file, trial } = asked;
  const facts = {
    today: londonDayOf(clock.now()),
    names: await namesOn(schemas),
    streams: streamsOf(schemas),
  };
  const { source, seen } = watchRows(original);
  const { keepers, end } = openKeepers({ kinds: keptKinds(schemas), authority, trial });
  const request = { source, file, maximumBytes, facts, keepers, intake: schemas.of('intake'), clock, trial };
  try {
    await importFile(request, (outcome) =>
      report(outcome, outcome.kind === 'loaded' ? noticesOf(outcome, { source, seen }) : []),
    );
  } finally {
    await end();
  }
}

/** Without names every service would be called unknown, and figures would be wrong until the next load. */
async function namesOn(schemas: Schemas) {
  const scope = { subject: 'import', role: 'import' };
  const inForce = await inTransaction(schemas.of('intake'), scope, namesInForce);
  if (inForce.services.length === 0) throw new Error("The directory's names have not arrived at intake");
  return namesOf(inForce);
}

/** A stream is a subgraph with a procedure: a further one needs no line in the importers. */
const streamsOf = ({ subgraphs }: Pick<Schemas, 'subgraphs'>): string[] =>
  subgraphs.filter((subgraph) => 'stream' in subgraph).map(({ name }) => name);

/** Every kind of record that some subgraph keeps, whichever systems it comes from. */
const keptKinds = ({ subgraphs, of }: Schemas) =>
  subgraphs.flatMap(({ name, keeps = {} }) =>
    Object.entries(keeps).map(([kind, keeper]) => ({ kind, keeper, dataSource: of(name) })),
  );
