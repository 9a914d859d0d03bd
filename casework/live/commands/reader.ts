import { z } from 'zod';
import { OUTCOMES } from '../../../domain/findings';
import type { Command } from '../../../domain/procedure/command';
import type { Given } from './given';

/** A command on a complaint that is there. */
export type CaseCommand = Exclude<Command, { readonly event: 'record' }>;

/** How the arguments of a mutation are read. */
export type Reader<Read extends Command = CaseCommand> = (given: Given, asked: object) => Read;

/** A reader of arguments of a shape, which the schema has checked before: a mismatch is a fault of the product. */
export const reader =
  <Shape extends z.ZodType, Read extends Command>(
    shape: Shape,
    read: (given: Given, asked: z.infer<Shape>) => Read,
  ): Reader<Read> =>
  (given, asked) =>
    read(given, shape.parse(asked));

/** Text that may be left out. */
export const maybe = z.string().nullish();
/** A day as the schema's scalar lets it through, which is as anything at all. */
export const anyDay = z.unknown();
export const appointed = z.object({ person: z.string(), name: z.string() });
export const findings = z.array(z.object({ point: z.string(), finding: z.enum(OUTCOMES) })).nullish();
