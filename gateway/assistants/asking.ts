import type { z } from 'zod';
import type { Caller } from '../graph/caller';
import type { Graph } from '../graph/graph';
import { ToolRefusal } from './tool-refusal';

/** The trusted operations that assistants' questions are asked by: their texts by their names. */
export type Questions = ReadonlyMap<string, string>;

/** Asks the graph as one caller. */
export interface Asking {
  /** What the caller may ask for. */
  readonly scopes: readonly string[];
  /** Asks one of the questions. Throws `ToolRefusal` in the graph's own words where what the model wants is not answered. */
  ask<Model extends z.ZodType>(
    name: string,
    model: Model,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<z.output<Model>>;
}

/** Asks as a caller: the same scopes, rows, limits and refusals as at every other door. */
export const askingAs = (
  { graph, questions }: { readonly graph: Pick<Graph, 'ask'>; readonly questions: Questions },
  caller: Caller,
): Asking => ({
  scopes: caller.identity.scopes,
  async ask(name, model, variables = {}) {
    const document = questions.get(name);
    if (document === undefined) throw new Error(`There is no question ${name} for assistants`);
    const { data, errors } = await graph.ask({ document, variables }, caller);
    const read = model.safeParse(data);
    if (read.success) return read.data;
    throw new ToolRefusal(errors[0]?.message ?? 'That is not to be had just now. Ask again in a moment.');
  },
});
