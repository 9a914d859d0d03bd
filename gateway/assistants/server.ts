import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type Tool as ToolDescription,
} from '@modelcontextprotocol/sdk/types.js';
import { AjvJsonSchemaValidator } from '@modelcontextprotocol/sdk/validation/ajv';
import { z } from 'zod';
import type { Asking } from './asking';
import { instructionsOf } from './instructions';
import type { Tool } from './tool';
import { ToolRefusal } from './tool-refusal';

/** What an assistant may rely on: nothing is changed, nothing outside is reached, and the same is answered again. */
const READS_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
const NAME = 'council-complaints';
const VERSION = '1.0.0';

export interface AssistantServer {
  readonly tools: readonly Tool[];
  /** Whose complaints these are. */
  readonly council: string;
}

/** Makes servers that answer one caller's message each: nothing is kept between two. */
export function assistantServers({ tools, council }: AssistantServer) {
  const descriptions = tools.map(describe);
  const byName = new Map(tools.map((tool) => [tool.name, tool]));
  const options = {
    capabilities: { tools: {} },
    instructions: instructionsOf(council),
    // Made once: each would compile schemas of its own.
    jsonSchemaValidator: new AjvJsonSchemaValidator(),
  };
  return (asking: Asking, onFailure: (error: unknown) => string): Server => {
    const server = new Server({ name: NAME, title: `Complaints of ${council}`, version: VERSION }, options);
    server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: descriptions }));
    server.setRequestHandler(CallToolRequestSchema, ({ params }) => {
      const tool = byName.get(params.name);
      if (tool !== undefined) return answered(tool, params.arguments ?? {}, { asking, onFailure });
      const names = [...byName.keys()].join(', ');
      throw new McpError(ErrorCode.InvalidParams, `There is no such tool. There are ${names}.`);
    });
    return server;
  };
}

/** What a tool answers; a refusal is told to the assistant, which can ask better. What nobody foresaw is told by its number alone. */
async function answered(
  tool: Tool,
  given: unknown,
  { asking, onFailure }: { readonly asking: Asking; onFailure(error: unknown): string },
): Promise<CallToolResult> {
  try {
    const { text, structured } = await tool.answer(given, asking);
    return { content: [{ type: 'text', text }], structuredContent: { ...structured } };
  } catch (error) {
    const text = error instanceof ToolRefusal ? error.message : onFailure(error);
    return { content: [{ type: 'text', text }], isError: true };
  }
}

function describe({ name, title, description, input, output }: Tool): ToolDescription {
  return {
    ...{ name, title, description },
    inputSchema: objectSchema(input, 'input'),
    outputSchema: objectSchema(output, 'output'),
    annotations: { title, ...READS_ONLY },
  };
}

/** What the tool takes or tells, as JSON Schema. */
function objectSchema(model: z.ZodObject, io: 'input' | 'output'): ToolDescription['inputSchema'] {
  const { properties, required, additionalProperties } = z.toJSONSchema(model, { io });
  return schemaModel.parse({ type: 'object', properties, required, additionalProperties });
}

const schemaModel = z.looseObject({
  type: z.literal('object'),
  properties: z
    .record(
      z.string(),
      z.custom<object>((value) => typeof value === 'object'),
    )
    .optional(),
  required: z.array(z.string()).optional(),
});
