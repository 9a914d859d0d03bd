import type { z } from 'zod';
import { argumentProblems } from './argument-problems';
import type { Asking } from './asking';
import { ToolRefusal } from './tool-refusal';

/** What a tool tells: in sentences, and the same for programs. */
export interface Told<Structured> {
  readonly text: string;
  readonly structured: Structured;
}

interface Described<Input, Output> {
  readonly name: string;
  readonly title: string;
  /** For the assistant: what it tells, and when to ask it. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
}

/** A question that assistants may ask. */
export interface Tool extends Described<z.ZodObject, z.ZodObject> {
  /** Throws `ToolRefusal` for arguments that it does not take, and for what the caller is not told. */
  answer(given: unknown, asking: Asking): Promise<Told<Readonly<Record<string, unknown>>>>;
}

/** Makes a tool of a question that takes what its input says, and tells what its output says. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>({
  answer,
  ...described
}: Described<Input, Output> & {
  answer(given: z.output<Input>, asking: Asking): Promise<Told<z.input<Output>>>;
}): Tool {
  return {
    ...described,
    async answer(given, asking) {
      const read = described.input.safeParse(given);
      if (!read.success) throw new ToolRefusal(argumentProblems(read.error, described.input));
      const { text, structured } = await answer(read.data, asking);
      return { text, structured: described.output.parse(structured) };
    },
  };
}
