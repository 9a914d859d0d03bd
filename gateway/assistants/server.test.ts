import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { z } from 'zod';
import { assistantServers } from './server';
import { answering } from './testing';
import { tool } from './tool';
import { ToolRefusal } from './tool-refusal';

const count = tool({
  name: 'count',
  title: 'Count',
  description: 'Counts.',
  input: z.strictObject({ of: z.enum(['stages', 'secrets', 'faults']) }),
  output: z.object({ count: z.number() }),
  async answer({ of }) {
    if (of === 'secrets') throw new ToolRefusal('Your role may not ask for secrets.');
    if (of === 'faults') throw new Error('select * from hidden');
    return { text: '7 stages', structured: { count: 7, more: 'x' } };
  },
});

describe('a server for assistants', () => {
  const failures: unknown[] = [];
  let client: Client;
  beforeAll(async () => {
    const serverFor = assistantServers({ tools: [count], council: 'Somewhere Council' });
    const [ours, theirs] = InMemoryTransport.createLinkedPair();
    await serverFor(answering({}), (error) => {
      failures.push(error);
      return 'Something went wrong: 42.';
    }).connect(ours);
    client = new Client({ name: 'test', version: '1' });
    await client.connect(theirs);
  });
  afterAll(() => client.close());
  const call = (given: object) => client.callTool({ name: 'count', arguments: { ...given } });

  it('says what it is, how to repeat a figure, and what it has', async () => {
    expect(client.getInstructions()).toContain('Figures of the complaints of Somewhere Council.');
    expect(await client.listTools()).toMatchObject({
      tools: [
        {
          name: 'count',
          inputSchema: { type: 'object', required: ['of'], additionalProperties: false },
          outputSchema: { type: 'object', required: ['count'] },
          annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: false },
        },
      ],
    });
  });

  it('tells what a tool tells, in words and for programs, and nothing that the tool does not say it tells', async () => {
    expect(await call({ of: 'stages' })).toEqual({
      content: [{ type: 'text', text: '7 stages' }],
      structuredContent: { count: 7 },
    });
  });

  it.each([
    ['what may not be asked', { of: 'secrets' }, 'Your role may not ask for secrets.'],
    ['arguments that it does not take', { of: 'people' }, '`of` is none of those that there are.'],
    ['what nobody foresaw', { of: 'faults' }, 'Something went wrong: 42.'],
  ])('refuses %s in words', async (_, given, says) => {
    const { isError, content } = await call(given);
    expect([isError, content]).toEqual([true, [{ type: 'text', text: expect.stringContaining(says) }]]);
    expect(JSON.stringify(content)).not.toContain('hidden');
  });

  it('hands on what nobody foresaw, and that alone', () => {
    expect(failures).toEqual([expect.objectContaining({ message: 'select * from hidden' })]);
  });

  it('has no other tool', async () => {
    await expect(client.callTool({ name: 'drop' })).rejects.toThrow(
      'There is no such tool. There are count.',
    );
  });
});
