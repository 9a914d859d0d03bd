import { z } from 'zod';
import { dayWords } from '../../../../domain/figures/days';
import {
  closureReasonName,
  findingName,
  routeName,
  stageName,
  streamName,
} from '../../../../domain/figures/names';
import { keysOf } from '../../../../platform/tables/keys-of';

/** A part of a record that is other now than it was. */
export interface ChangedField {
  readonly name: string;
  /** As people read it; null where nothing was written. */
  readonly before: string | null;
  readonly after: string | null;
}

type Words = (value: string | number | boolean) => string;

const asIs: Words = (value) => String(value);
const day: Words = (value) => dayWords(String(value));
const yesNo: Words = (value) => (value === true ? 'yes' : 'no');
const code =
  (name: (code: string) => string): Words =>
  (value) =>
    name(String(value));

/** What is told of a record, by its column. What follows from another column (a rate's "in time") is told too: it is what counts. */
const FIELDS = {
  stream: ['Stream', code(streamName)],
  stage: ['Stage', (value) => stageName(Number(value))],
  reference: ['Reference', asIs],
  received_on: ['Received', day],
  acknowledged_on: ['Acknowledged', day],
  acknowledged_in_time: ['Acknowledged in time', yesNo],
  due_on: ['Due', day],
  answered_on: ['Answered', day],
  in_time: ['Answered in time', yesNo],
  days_to_answer: ['Working days to the answer', asIs],
  route: ['Reached', code(routeName)],
  outcome: ['Finding', code(findingName)],
  closure_reason: ['Closed because', code(closureReasonName)],
  went_on_on: ['Went on', day],
  followed_on: ['Followed by another stage', day],
  closed_on: ['Closed', day],
  theme: ['Theme', asIs],
  channel: ['Channel', asIs],
  complaint_id: ['Complaint', asIs],
  decided_on: ['Decided', day],
  upheld: ['Upheld', yesNo],
  calls: ['Calls', asIs],
} as const satisfies Readonly<Record<string, readonly [string, Words]>>;

/** What is a service's or a directorate's id; names are looked up. */
const NAMED = { service_id: 'Service', directorate_id: 'Directorate' } as const;

const row = z.record(z.string(), z.unknown());

/** The parts of a record that differ, in an order that stays; `nameOf` gives the name of a service or a directorate. */
export function changedFields(
  before: unknown,
  after: unknown,
  nameOf: (id: string) => string,
): readonly ChangedField[] {
  const [was, now] = [row.nullable().parse(before) ?? {}, row.nullable().parse(after) ?? {}];
  const plain = keysOf(FIELDS).map((column) => {
    const [name, words] = FIELDS[column];
    return { name, before: worded(was[column], words), after: worded(now[column], words) };
  });
  const named = keysOf(NAMED).map((column) => ({
    name: NAMED[column],
    before: worded(was[column], code(nameOf)),
    after: worded(now[column], code(nameOf)),
  }));
  const listed = [remediesField(was.remedies, now.remedies), promisesField(was.promises, now.promises)];
  return [...plain, ...named, ...listed].filter((field) => field.before !== field.after);
}

function worded(value: unknown, words: Words): string | null {
  const isWritten = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isWritten ? words(value) : null;
}

/** Remedies are told by how many there are and how many are done. */
const remediesField = (before: unknown, after: unknown): ChangedField =>
  listField('Remedies', { before, after }, (list) => {
    const read = z.array(z.object({ doneOn: z.string().nullish() })).safeParse(list);
    if (!read.success || read.data.length === 0) return null;
    const done = read.data.filter(({ doneOn }) => doneOn != null).length;
    return `${read.data.length}, of which ${done} done`;
  });

/** Promises by how many there are and how many were kept. */
const promisesField = (before: unknown, after: unknown): ChangedField =>
  listField('Promises', { before, after }, (list) => {
    const read = z.array(z.object({ keptOn: z.string().nullish() })).safeParse(list);
    if (!read.success || read.data.length === 0) return null;
    const kept = read.data.filter(({ keptOn }) => keptOn != null).length;
    return `${read.data.length}, of which ${kept} kept`;
  });

/** A list in a few words; where those are the same and the list is another, that its days are. */
function listField(
  name: string,
  { before, after }: { readonly before: unknown; readonly after: unknown },
  words: (list: unknown) => string | null,
): ChangedField {
  const [was, now] = [words(before), words(after)];
  const isOtherwise = was === now && JSON.stringify(before) !== JSON.stringify(after);
  return { name, before: was, after: isOtherwise ? 'changed in their days' : now };
}
