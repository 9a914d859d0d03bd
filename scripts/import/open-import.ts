import type { StreamSubgraph } from '../../casework/create-stream';
import { londonDayOf } from '../../domain/calendar/day';
import { namesOf } from '../../imports/names';
import { importFile, type Loaded, type Refused } from '../../imports/pipeline';
import { corporateCrmDelivery, coverageDelivery, type OpenDelivery } from '../../imports/pipeline/deliveries';
import type { Hashed, Source } from '../../imports/source';
import { type SourceName, sources } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import type { Subgraph } from '../../platform/server/subgraph';
import { inTransaction } from '../../platform/transaction/transaction';
import { namesInForce } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import type { ImportArguments } from './arguments';

/** One import on the product's schemas. */
export interface ImportOn {
  readonly schemas: Schemas;
  readonly settings: Pick<Settings, 'clock' | 'authority' | 'importMaxBytes'>;
  readonly asked: Pick<ImportArguments, 'source' | 'file' | 'trial'>;
}

type Report = (outcome: Loaded | Refused) => Promise<void>;

/** Imports the file that was asked for. The names in force have to have arrived at intake. */
export function runImport(on: ImportOn, report: Report): Promise<void> {
  return IMPORTS[on.asked.source](on, report);
}

const IMPORTS: Readonly<Record<SourceName, (on: ImportOn, report: Report) => Promise<void>>> = {
  'corporate-crm': (on, report) =>
    importWith(
      on,
      sources['corporate-crm'],
      corporateCrmDelivery({ streams: streamsOf(on), ...on.asked }),
      report,
    ),
  coverage: (on, report) => importWith(on, sources.coverage, coverageDelivery(), report),
};

async function importWith<Record extends Hashed>(
  { schemas, settings, asked }: ImportOn,
  source: Source<Record>,
  { delivery, end }: OpenDelivery<Record>,
  report: Report,
): Promise<void> {
  const { clock, importMaxBytes: maximumBytes } = settings;
  const { file, trial } = asked;
  const facts = { today: londonDayOf(clock.now()), names: await namesOn(schemas) };
  const request = { source, file, maximumBytes, facts, delivery, intake: schemas.of('intake'), clock, trial };
  try {
    await importFile(request, report);
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

/** Every stream takes history, whichever systems it comes from. */
function streamsOf({ schemas, settings: { authority } }: ImportOn) {
  return schemas.subgraphs
    .filter(isStream)
    .map(({ name, stream }) => ({ dataSource: schemas.of(name), stream, authority }));
}

const isStream = (subgraph: Subgraph): subgraph is StreamSubgraph => 'stream' in subgraph;
