import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ExampleComplaint, ExampleStep } from '../../demo/work/example';
import type { AskAs } from './ask-as';
import { commandOperation, composedGraph } from './command-operation';

/** What was done of an example. */
export interface PlayedWork {
  /** Complaints that were recorded, with all that was done about them. */
  readonly complaints: number;
  /** Those that an earlier run had recorded: nothing is done to them. */
  readonly thereBefore: number;
  readonly enquiries: number;
}

/** Thrown where the product refuses a step: the example does not keep to its rules. */
export class ExampleRefused extends Error {
  override readonly name = 'ExampleRefused';
}

const SAID: Readonly<Record<string, string>> = {
  CommandResult:
    '__typename ... on Refusal { message } ... on CommandDone { version complaint { id reference } }',
  OmbudsmanCommandResult:
    '__typename ... on Refusal { message } ... on OmbudsmanCommandDone { version case { id } }',
};

const saidModel = z.object({
  data: z.object({
    said: z.object({
      __typename: z.string(),
      message: z.string().optional(),
      version: z.int().optional(),
      complaint: z.object({ id: z.string(), reference: z.string() }).optional(),
      case: z.object({ id: z.string() }).optional(),
    }),
  }),
});

type Said = z.infer<typeof saidModel>['data']['said'];

/**
 * Plays the work of a made-up team through the graph, as the people who would do it. Each command has a key of its own, the same in every
 * run, so nothing is done twice: a complaint that another day's run has recorded is left as it stands. Throws
 * `ExampleRefused` where a step is refused.
 */
export async function playExampleWork(askAs: AskAs, work: readonly ExampleComplaint[]): Promise<PlayedWork> {
  const graph = composedGraph();
  const send = async ({ by, mutation, given }: ExampleStep, key: string): Promise<Said> => {
    const all = { ...given, key: keyOf(key) };
    const operation = commandOperation(graph, {
      mutation,
      given: all,
      saidOf: (type) => SAID[type] ?? '__typename',
    });
    return saidModel.parse(await askAs(by, operation, all)).data.said;
  };
  const played = { complaints: 0, thereBefore: 0, enquiries: 0 };
  for (const [index, complaint] of work.entries()) {
    const { by, stream, input, steps, enquiry } = complaint;
    const recorded = await send({ by, mutation: `record${stream}Complaint`, given: { input } }, `${index}`);
    if (recorded.__typename === 'CommandUnusable') {
      played.thereBefore += 1;
      continue;
    }
    await follow(send, { begun: recorded, steps, key: `${index}` });
    played.complaints += 1;
    if (enquiry === undefined) continue;
    const asked = {
      mutation: 'recordOmbudsmanEnquiry',
      given: { input: { ...enquiry.input, ourReference: recorded.complaint?.reference } },
    };
    const begun = await send({ by, ...asked }, `${index} asked`);
    await follow(send, { begun, steps: enquiry.steps, key: `${index} asked` });
    played.enquiries += 1;
  }
  return played;
}

interface Followed {
  readonly begun: Said;
  readonly steps: readonly ExampleStep[];
  readonly key: string;
}

/** Does one step after another to what was begun. */
async function follow(
  send: (step: ExampleStep, key: string) => Promise<Said>,
  { begun, steps, key }: Followed,
): Promise<void> {
  let { id, version } = doneOf('the first step', begun);
  for (const [place, step] of steps.entries()) {
    const said = await send({ ...step, given: { ...step.given, id, version } }, `${key} ${place}`);
    ({ id, version } = doneOf(step.mutation, said));
  }
}

function doneOf(step: string, { version, message, ...of }: Said): { id: string; version: number } {
  const id = of.complaint?.id ?? of.case?.id;
  if (id === undefined || version === undefined)
    throw new ExampleRefused(`${step} was refused: ${message ?? of.__typename}`);
  return { id, version };
}

/** A key in the form of a UUID, the same for the same words. */
function keyOf(words: string): string {
  const hash = createHash('sha256').update(`example work ${words}`).digest('hex');
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return [...parts, hash.slice(20, 32)].join('-');
}
