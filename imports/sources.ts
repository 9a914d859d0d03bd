import { corporateCrm } from './corporate-crm/source';
import { coverage } from './coverage/source';

/** Every inherited system that can be loaded, by the name that the command line takes. */
export const sources = { 'corporate-crm': corporateCrm, coverage } as const;

export type SourceName = keyof typeof sources;

/** The sources' names, in the order in which messages list them. */
export const SOURCE_NAMES: readonly SourceName[] = ['corporate-crm', 'coverage'];

/** Whether there is a source of this name. */
export function isSourceName(name: string): name is SourceName {
  return Object.hasOwn(sources, name);
}
