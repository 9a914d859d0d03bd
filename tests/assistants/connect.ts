import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

/** What a tool answered, as an assistant has it. */
export interface ToolAnswer {
  readonly isError: boolean;
  readonly text: string;
  readonly structured: Record<string, unknown>;
}

/** An assistant that is connected to a product: the protocol's own client, over HTTP. */
export interface Assistant {
  readonly client: Client;
  call(name: string, given?: Record<string, unknown>): Promise<ToolAnswer>;
  close(): Promise<void>;
}

/** Connects an assistant, signed in by a header. */
export async function connect(url: string, authorization: string): Promise<Assistant> {
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization };
  await client.connect(new StreamableHTTPClientTransport(new URL('/mcp', url), { requestInit: { headers } }));
  // So that the client holds answers against what tools say they tell.
  await client.listTools();
  return {
    client,
    async call(name, given = {}) {
      const answer = await client.callTool({ name, arguments: given });
      const content = answer.content as { readonly text: string }[];
      return {
        isError: answer.isError === true,
        text: content.map(({ text }) => text).join('\n'),
        structured: (answer.structuredContent ?? {}) as Record<string, unknown>,
      };
    },
    close: () => client.close(),
  };
}
