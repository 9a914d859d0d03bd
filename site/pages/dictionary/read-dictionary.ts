import { z } from 'zod';
import { jsonIn } from '../../../platform/server/json-in';
import type { Asker } from '../../gateway/asker';
import type { FetchDoor } from '../../gateway/fetching';
import { GatewayRefusal } from '../../gateway/refusal';

const name = z.string().nullable();
const entryModel = z.object({
  ...{ id: z.string(), section: z.string(), name: z.string(), title: name, says: z.string() },
  ...{ within: name, type: name, scopes: z.array(z.string()), roles: z.array(z.string()) },
  names: z.object({ graph: name, file: name, odata: name, sql: name }),
  defined: z
    .object({
      ...{ numerator: name, denominator: name, datedBy: z.string(), source: z.string() },
      ...{ polarity: z.string(), unit: z.string(), version: z.number(), since: z.string() },
    })
    .nullable(),
  deprecated: z.object({ reason: z.string(), goesOn: name }).nullable(),
});
const changeModel = z.object({
  ...{ id: z.string(), date: z.string(), kind: z.string(), part: z.string(), what: z.string() },
  ...{ concerns: z.array(z.string()), reason: z.string() },
});
const dictionaryModel = z.object({
  sections: z.array(z.object({ name: z.string(), title: z.string(), says: z.string() })),
  entries: z.array(entryModel),
  changes: z.object({ since: z.string(), changes: z.array(changeModel) }),
});

export type Dictionary = z.output<typeof dictionaryModel>;
export type Entry = z.output<typeof entryModel>;

/** Asks the gateway for the dictionary as somebody may have it. Throws `GatewayRefusal` where it cannot be had. */
export async function askDictionary(fetchDoor: FetchDoor, asker: Asker): Promise<Dictionary> {
  const text = await fetchDoor('/dictionary.json', asker);
  const read = dictionaryModel.safeParse(jsonIn(text));
  if (read.success) return read.data;
  throw new GatewayRefusal('UNREACHABLE', 'What answers is no dictionary');
}
