import { z } from 'zod';
import type { OwnInput } from '../../stream/definition';
import type { OwnValues } from '../live-stage';
import type { Given } from './given';

const own = z.record(z.string(), z.union([z.string(), z.boolean()]).nullish());

/** Reads what a stream alone takes with a complaint, by its own list; what was left out is not said. */
export function readOwnInput(given: Given, asked: unknown, ownInput: readonly OwnInput[] = []): OwnValues {
  const said = own.parse(asked ?? {});
  return Object.fromEntries(
    ownInput.flatMap(({ field, kind, keptAs }) => {
      const value = said[field];
      if (value === null || value === undefined) return [];
      const kept = kind === 'YES_NO' ? String(value) : given.name(`own.${field}`, String(value));
      return kept === null ? [] : [[keptAs, kept]];
    }),
  );
}
