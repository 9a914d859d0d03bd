import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { londonDayOf } from '../../domain/calendar/day';
import { siteAddress } from '../../gateway/assistants/site-address';
import { toolSet } from '../../gateway/assistants/tools/tool-set';
import { readVocabulary } from '../../gateway/assistants/vocabulary';
import type { ChangeList } from '../../gateway/dictionary/change-list';
import { clamd } from '../../gateway/documents/scanner/clamd';
import { assistantsDoor } from '../../gateway/doors/assistants';
import { dictionaryDoor } from '../../gateway/doors/dictionary';
import { documentDoor } from '../../gateway/doors/document';
import { documentsDoor } from '../../gateway/doors/documents';
import type { Door } from '../../gateway/doors/door';
import { exportsDoor } from '../../gateway/doors/exports';
import { FILE_TIMES, importsDoor } from '../../gateway/doors/imports';
import { odataDoor } from '../../gateway/doors/odata';
import { resourceMetadataDoor } from '../../gateway/doors/resource-metadata';
import type { Graph } from '../../gateway/graph/graph';
import { SOURCE_NAMES } from '../../imports/sources';
import type { Settings } from '../../platform/config/settings';
import { openSpool } from '../../platform/files/spool';
import type { Logger } from '../../platform/logging/logger';
import { assistantQuestions } from './operations';
import { streamNames } from './subgraphs';

/** What doors beside the graph's own are made with. */
interface FurtherDoors {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly supergraph: string;
  readonly changes: ChangeList;
  readonly siteUrl: string | null;
}

/** The doors for those who speak another language than GraphQL; each asks the graph as its caller. */
export const furtherDoors =
  ({ settings, logger, supergraph, changes, siteUrl }: FurtherDoors) =>
  (graph: Pick<Graph, 'ask' | 'records' | 'page' | 'internally' | 'schemaOf'>): readonly Door[] => [
    assistantsDoor({
      ...{ graph, questions: assistantQuestions(), logger, pageOrigins: settings.pageOrigins },
      council: settings.site.council.name,
      tools: toolSet({
        vocabulary: readVocabulary(supergraph),
        site: siteAddress({ siteUrl, today: () => londonDayOf(settings.clock.now()) }),
      }),
    }),
    resourceMetadataDoor(settings.token.jwksUrl === null ? null : settings.token.issuer),
    exportsDoor({ graph, supergraph, sets: RECORD_SETS }),
    dictionaryDoor({ graph, supergraph, sets: RECORD_SETS, figures: figureSets, changes }),
    odataDoor({ graph, supergraph, sets: RECORD_SETS, figures: figureSets }),
    importsDoor({
      ...{ graph, sources: SOURCE_NAMES, spool: openSpool(settings.imports.spoolFolder) },
      limits: { ...FILE_TIMES, maximumBytes: settings.importMaxBytes, setting: 'IMPORT_MAX_BYTES' },
    }),
    ...documentDoors(settings.documents, graph),
  ];

/** How long a scanner may say nothing. */
const SCANNER_SILENT_MILLIS = 30_000;

function documentDoors(
  { folder, maximumBytes, scanner }: Settings['documents'],
  graph: Pick<Graph, 'internally'>,
): readonly Door[] {
  const of = { graph, spool: openSpool(folder), streams: streamNames() };
  const limits = { ...FILE_TIMES, maximumBytes, setting: 'DOCUMENT_MAX_BYTES' };
  const scans = scanner === null ? null : clamd({ ...scanner, silentMillis: SCANNER_SILENT_MILLIS });
  return [documentsDoor({ ...of, scanner: scans, limits }), documentDoor(of)];
}
