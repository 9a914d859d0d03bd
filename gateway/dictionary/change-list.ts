import { z } from 'zod';

/** Partners, among those whom a change concerns. */
export const PARTNERS = 'partners';

const changeModel = z.object({
  id: z.string(),
  /** The day on which it was accepted. */
  date: z.iso.date(),
  /** Breaking: what was asked before is answered no more, or otherwise. Dangerous: it may surprise. Safe: nobody has to do anything. */
  kind: z.enum(['breaking', 'dangerous', 'safe']),
  /** `Type.field`, `Type.field(argument:)`, `Enum.VALUE`, `record-set.column`, or a measure. */
  part: z.string(),
  what: z.string(),
  concerns: z.array(z.string()),
  reason: z.string(),
});

/** A change of what clients rely on, as it was accepted. */
export type ListedChange = z.output<typeof changeModel>;

const listModel = z.object({
  /** The day on which the list began. */
  since: z.iso.date(),
  /** The newest first. */
  changes: z.array(changeModel),
});

/** Every change since a day. */
export type ChangeList = z.output<typeof listModel>;

/** Reads the list of changes. Throws for what is no such list. */
export const readChanges = (text: string): ChangeList => listModel.parse(JSON.parse(text));
