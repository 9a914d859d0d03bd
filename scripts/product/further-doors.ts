import { figureSets } from '../../contracts/figure-sets';
import { RECORD_SETS } from '../../contracts/record-sets/record-sets';
import { londonDayOf } from '../../domain/calendar/day';
import { siteAddress } from '../../gateway/assistants/site-address';
import { toolSet } from '../../gateway/assistants/tools/tool-set';
import { readVocabulary } from '../../gateway/assistants/vocabulary';
import type { ChangeList } from '../../gateway/dictionary/change-list';
import { assistantsDoor } from '../../gateway/doors/assistants';
import { dictionaryDoor } from '../../gateway/doors/dictionary';
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
  (graph: Pick<Graph, 'ask' | 'records' | 'page' | 'schemaOf'>): readonly Door[] => [
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
      limits: { ...FILE_TIMES, maximumBytes: settings.importMaxBytes },
    }),
  ];
