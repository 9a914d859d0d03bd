import type { LiveProcedure } from '../../domain/procedure/stage-version';
import { loadSubgraphs } from '../../subgraphs/registry';
import { procedurePage } from './procedure-page';
import type { GeneratedFile } from './project';

/** What follows from the procedures that live complaints follow: a page of each for people. */
export const procedurePages = (): GeneratedFile[] =>
  loadSubgraphs()
    .flatMap((part) => ('stream' in part && isStream(part.stream) ? [part.stream.liveProcedure] : []))
    .map((procedure) => ({
      path: `docs/procedures/${procedure.stream}.md`,
      text: procedurePage(procedure),
    }));

/** Parts with a definition of their stream are streams: what the registry loads knows of parts alone. */
const isStream = (value: unknown): value is { readonly liveProcedure: LiveProcedure } =>
  typeof value === 'object' && value !== null && 'liveProcedure' in value;
