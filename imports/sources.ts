import { adults } from './adults/source';
import { calls } from './calls/source';
import { childrens } from './childrens/source';
import { corporateCrm } from './corporate-crm/source';
import { coverage } from './coverage/source';
import { watchingCells } from './kit/unsound-cells';
import { ombudsman } from './ombudsman/source';
import type { Hashed, Source } from './source';

/** The sources' names, as the command line takes them, in the order in which messages list them. */
export const SOURCE_NAMES = [
  'corporate-crm',
  'adults',
  'childrens',
  'ombudsman',
  'calls',
  'coverage',
] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** Every inherited system that can be loaded, by its name. */
export const sources: Readonly<Record<SourceName, Source<Hashed>>> = {
  'corporate-crm': watchingCells<Hashed>(corporateCrm),
  adults: watchingCells<Hashed>(adults),
  childrens: watchingCells<Hashed>(childrens),
  ombudsman: watchingCells<Hashed>(ombudsman),
  calls: watchingCells<Hashed>(calls),
  coverage: watchingCells<Hashed>(coverage),
};

/** Whether there is a source of this name. */
export function isSourceName(name: string): name is SourceName {
  return Object.hasOwn(sources, name);
}
