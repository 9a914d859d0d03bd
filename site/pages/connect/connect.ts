import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../gateway/refusal';
import { NotFound } from '../../server/not-found';
import { signedIn } from '../../server/visitor';
import { type PageMakers, type SiteMakers, sendPage } from '../page-makers';
import { bundled } from './bundle';
import { filledIn } from './fill-in';
import { CONNECT_PATH } from './paths';
import { type KnownTool, readGuides, readTools } from './read-tools';
import { toolView } from './tool-view';
import { type Door, toolsFor } from './tools';

/** What each door is, for whoever chooses. */
const DOORS: readonly { readonly door: Door; readonly title: string; readonly says: string }[] = [
  {
    door: 'OData',
    title: 'Tables by OData',
    says: 'Figures and records, refreshed by themselves. Needs a key.',
  },
  {
    door: 'SQL',
    title: 'Views by SQL',
    says: 'Figures and records in PostgreSQL. Needs a login of the tool’s own.',
  },
  {
    door: 'files',
    title: 'Programs and scripts',
    says: 'Files of records, and figures of the graph. Needs a key.',
  },
  { door: 'graph', title: 'The graph itself', says: 'Questions of your own, with their types. Needs a key.' },
];

const BY_HAND = {
  title: 'Without a starter file',
  says: 'What needs an address, a key or a login, and no file. Its page says how.',
};

const linksTo = (tools: readonly KnownTool[]) =>
  tools.map(({ id, name, says }) => ({ name, says, href: `${CONNECT_PATH}/${id}` }));

/** Tools that people already use: one address to paste, the steps, and a file to begin with. */
export function addConnectPages(
  app: FastifyInstance,
  { page, root, places }: Pick<PageMakers, 'page'> & Pick<SiteMakers, 'root' | 'places'>,
): void {
  const known = [...readTools(root), ...readGuides(root)];

  app.get(CONNECT_PATH, async (request, reply) => {
    const offered = offeredTo(request);
    const groups = [
      ...DOORS.map((each) => ({
        ...each,
        tools: linksTo(offered.filter(({ door, files }) => door === each.door && files.length > 0)),
      })),
      { ...BY_HAND, tools: linksTo(offered.filter(({ files }) => files.length === 0)) },
    ].filter(({ tools }) => tools.length > 0);
    return sendPage(reply, page(request, 'connect/list.njk', { groups }));
  });

  app.get<{ Params: { tool: string } }>(`${CONNECT_PATH}/:tool`, async (request, reply) =>
    sendPage(
      reply,
      page(
        request,
        'connect/tool.njk',
        toolView(toolOf(request, request.params.tool), { places, offered: offeredTo(request) }),
      ),
    ),
  );

  app.get<{ Params: { tool: string; file: string } }>(
    `${CONNECT_PATH}/:tool/:file`,
    { config: { holdsNoRecords: true } },
    async (request, reply) => {
      const { file } = request.params;
      const { bundle, files } = toolOf(request, request.params.tool);
      const filled = files.map(({ place, text }) => ({ place, text: filledIn(text, place, places) }));
      const found = bundle === undefined ? filled.find(({ place }) => place === file)?.text : undefined;
      const content = file === bundle ? await bundled(file, filled) : found;
      if (content === undefined) throw new NotFound();
      return reply
        .header('content-disposition', `attachment; filename="${file}"`)
        .type(TYPES[path.extname(file)] ?? 'text/plain; charset=utf-8')
        .send(content);
    },
  );

  function offeredTo(request: FastifyRequest): readonly KnownTool[] {
    const offered = toolsFor(signedIn(request).role, known);
    if (offered.length === 0)
      throw new GatewayRefusal('FORBIDDEN', 'Your role has nothing that a tool could show');
    return offered;
  }

  function toolOf(request: FastifyRequest, id: string): KnownTool {
    const tool = offeredTo(request).find((each) => each.id === id);
    if (tool === undefined) throw new NotFound();
    return tool;
  }
}

const TYPES: Readonly<Record<string, string>> = { '.json': 'application/json', '.zip': 'application/zip' };
