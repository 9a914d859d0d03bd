import type { Problem } from '../../../forms/problem';
import type { PartyInput, RecordComplaintInput, Stream } from '../../../operations/__generated__/operations';
import { readFields } from '../commands/command-form';
import { INPUT_FIELDS, PARTY_FIELDS } from './fields/input-fields';
import type { RecordSeen } from './record-seen';
import { RECORDERS } from './recorders';
import { COMPLAINT, STEPS, type StepFields } from './steps';

type Asked = Omit<RecordComplaintInput, 'parties' | 'callId'>;

/** A complaint as it can be recorded. */
export interface ReadComplaint {
  readonly stream: Stream;
  readonly input: Asked & { readonly parties: readonly PartyInput[] };
  readonly own: object;
}

const NAMES = Object.keys(INPUT_FIELDS);
const isAsked = (given: object): given is Asked => NAMES.every((name) => Object.hasOwn(given, name));

/** Reads all that a draft says, step by step; or what the law, or the procedure, misses in it. */
export async function readRecord(
  seen: RecordSeen,
): Promise<{ readonly problems: readonly Problem[] } | ReadComplaint> {
  const ownFields = seen.stream === null ? {} : RECORDERS[seen.stream].ownFields;
  const [chosen, asked, own, people] = await Promise.all([
    read({ ...STEPS.kind.fieldsOf(), ...STEPS.stream.fieldsOf(seen) }, seen),
    read(INPUT_FIELDS, seen),
    read(ownFields, seen),
    readPeople(seen),
  ]);
  const kindProblems =
    chosen.values.kind === undefined || chosen.values.kind === COMPLAINT ? [] : [NO_COMPLAINT];
  const problems = [chosen, asked, own, people].flatMap((each) => [...each.problems]).concat(kindProblems);
  const { stream } = seen;
  if (problems.length > 0 || stream === null || !isAsked(asked.values)) return { problems };
  return { stream, input: { ...asked.values, parties: people.parties }, own: own.values };
}

const NO_COMPLAINT: Problem = {
  field: 'kind',
  says: 'What you chose is no complaint. Look at what to tell them, or say that it is one.',
};

const read = (fields: StepFields, seen: RecordSeen) => readFields(fields, seen.form, seen);

/** Those people whom the stream's step asks for. */
async function readPeople(seen: RecordSeen) {
  const shown = STEPS.who.fieldsOf(seen);
  const parties: PartyInput[] = [];
  const problems: Problem[] = [];
  for (const [name, field] of Object.entries(PARTY_FIELDS)) {
    if (!Object.hasOwn(shown, name)) continue;
    const said = await field.read({ name, form: seen.form, about: seen });
    if ('problem' in said) problems.push(said.problem);
    else if (said.value !== null) parties.push(said.value);
  }
  return { parties, problems };
}
