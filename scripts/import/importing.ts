import { londonDayOf } from '../../domain/calendar/day';
import { namesOf } from '../../imports/kit/names';
import { openKeepers } from '../../imports/pipeline';
import type { Facts } from '../../imports/source';
import type { Settings } from '../../platform/config/settings';
import { IMPORT_SCOPE } from '../../platform/transaction/scope';
import { inTransaction } from '../../platform/transaction/transaction';
import { namesInForce } from '../../subgraphs/intake/subgraph';
import type { Schemas } from '../../subgraphs/schemas';
import { streamsOf } from '../product/subgraphs';

/** The product's schemas, and what records that come into them are judged by. */
export interface ImportingOn {
  readonly schemas: Schemas;
  readonly settings: Pick<Settings, 'clock' | 'authority'>;
}

/** What rows are judged by today. The names in force have to have arrived at intake. */
export async function factsOn({ schemas, settings }: ImportingOn): Promise<Facts> {
  const inForce = await inTransaction(schemas.of('intake'), IMPORT_SCOPE, namesInForce);
  // Without names every service would be called unknown, and figures would be wrong until the next load.
  if (inForce.services.length === 0) throw new Error("The directory's names have not arrived at intake");
  return {
    today: londonDayOf(settings.clock.now()),
    names: namesOf(inForce),
    streams: streamsOf(schemas.subgraphs),
  };
}

/** Opens the keepers of every kind of record that some subgraph keeps. In a dry run they keep nothing. */
export function keepersOn({ schemas, settings }: ImportingOn, { dryRun }: { readonly dryRun: boolean }) {
  const kinds = schemas.subgraphs.flatMap(({ name, keeps = {} }) =>
    Object.entries(keeps).map(([kind, keeper]) => ({ kind, keeper, dataSource: schemas.of(name) })),
  );
  return openKeepers({ kinds, authority: settings.authority, dryRun });
}
