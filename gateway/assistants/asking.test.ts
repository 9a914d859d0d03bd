import { z } from 'zod';
import type { Caller } from '../graph/caller';
import type { GraphAnswer } from '../graph/graph';
import { askingAs } from './asking';
import { ToolRefusal } from './tool-refusal';

const caller = { identity: { scopes: ['figures'] } } as unknown as Caller;
const model = z.object({ figures: z.array(z.number()) });
const asking = (answer: Partial<GraphAnswer>) =>
  askingAs(
    {
      questions: new Map([['Figures', 'query Figures { figures }']]),
      graph: { ask: async () => ({ status: 200, data: null, errors: [], ...answer }) },
    },
    caller,
  );
const refused = { message: 'Your role may not ask for figures.' };

describe('a question of an assistant', () => {
  it('is answered as the graph does, with what is missing beside it told elsewhere', async () => {
    const { ask, scopes } = asking({ data: { figures: [1], others: null }, errors: [refused] as never });
    expect([await ask('Figures', model), scopes]).toEqual([{ figures: [1] }, ['figures']]);
  });

  it.each([
    ['in the graph’s words', { errors: [refused] as never }, refused.message],
    ['where a part is missing', { data: { figures: null } }, 'not to be had just now'],
    ['where nothing came', {}, 'not to be had just now'],
  ])('is refused %s', async (_, answer, says) => {
    const told = asking(answer).ask('Figures', model);
    await expect(told).rejects.toThrow(ToolRefusal);
    await expect(told).rejects.toThrow(says);
  });

  it('is none of the assistant’s own', async () => {
    await expect(asking({}).ask('{ people }', model)).rejects.toThrow('There is no question');
  });
});
