import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askCommand } from '../../../forms/ask-command';
import { fieldsWith, textsIn } from '../../../forms/fields';
import type { Problem } from '../../../forms/problem';
import {
  CreateKeyDocument,
  type CreateKeyMutation,
  KeyFormDocument,
} from '../../../operations/__generated__/operations';
import { checkForm } from '../../../server/check-form';
import { askingOf, queryOf, sendPage } from '../../page-makers';
import { decidingIn } from '../office';
import { type KeyMakers, sendMade } from './made';
import { KEY_FIELDS, type KeyTyped, readKeyForm } from './read-key-form';

const PATH = '/administration/keys/new';
const EMPTY: KeyTyped = {
  ...{ command: '', name: '', owner: '', role: 'analyst', streams: '', services: '' },
  ...{ partner: '', addresses: '', expiresInDays: '90', isSandbox: 'no' },
};

const OPENINGS = [
  { value: 'no', text: 'Records' },
  { value: 'yes', text: 'Made-up records alone: the sandbox, for partners' },
] as const;

interface Sent {
  readonly typed: KeyTyped;
  readonly problems: readonly Problem[];
  readonly status: number;
}

/** The form that makes a key, and the page that shows its secret this once. */
export function addMakeKey(app: FastifyInstance, makers: KeyMakers): void {
  app.get(PATH, (request, reply) => {
    const { partner, sandbox } = queryOf(request);
    const ofPartner = typeof partner === 'string' ? { role: 'partner', partner } : {};
    const typed = {
      ...EMPTY,
      ...ofPartner,
      isSandbox: sandbox === undefined ? 'no' : 'yes',
      command: randomUUID(),
    };
    return sendForm(makers, request, reply, { typed, problems: [], status: 200 });
  });

  app.post(PATH, async (request, reply) => {
    const typed = textsIn(checkForm(request), KEY_FIELDS);
    decidingIn(request);
    const read = readKeyForm(typed);
    if ('problems' in read) return sendForm(makers, request, reply, { typed, status: 400, ...read });
    const asked = makers.gateway.ask(CreateKeyDocument, read, askingOf(request));
    const commanded = await askCommand(asked, problemsIn);
    const outcome = commanded.answer?.outcome;
    if (outcome?.__typename === 'KeyMade') return sendMade(makers, request, reply, outcome);
    return sendForm(makers, request, reply, {
      typed,
      problems: commanded.problems,
      status: commanded.status,
    });
  });
}

/** A refusal beside the field that it names. */
const problemsIn = ({ outcome }: CreateKeyMutation): Problem[] => {
  if (outcome === null || outcome.__typename === 'KeyMade') return [];
  const field = outcome.__typename === 'KeyUnusable' && outcome.part !== 'command' ? outcome.part : null;
  return [{ field: outcome.__typename === 'ToolHasKey' ? 'name' : field, says: outcome.message }];
};

async function sendForm(
  { page, gateway }: KeyMakers,
  request: FastifyRequest,
  reply: FastifyReply,
  { typed, problems, status }: Sent,
): Promise<FastifyReply> {
  decidingIn(request);
  const { roles, longestKeyDays } = await gateway.ask(KeyFormDocument, {}, askingOf(request));
  const field = fieldsWith(typed, problems);
  const html = page(request, 'administration/make-key.njk', {
    ...{ problems, command: typed.command },
    openings: OPENINGS,
    roles: (roles ?? []).map(({ name }) => ({ value: name, text: name })),
    fields: {
      name: field('name', 'The tool', 'What it is called here, such as Power BI of the performance team'),
      owner: field('owner', 'Who answers for it', 'A post or a team'),
      role: field('role', 'Role', 'What it opens. A key never opens people, what they said, or other keys'),
      partner: field('partner', 'Partner', 'For the role partner alone, such as stockport-homes'),
      isSandbox: field(
        'isSandbox',
        'Opens',
        'The sandbox works before the agreement begins, and ends with it',
      ),
      streams: field(
        'streams',
        'Streams',
        'Those that the role needs a clearance for, divided by commas. Often none',
      ),
      services: field('services', 'Services', 'For the role manager: their ids, divided by commas'),
      addresses: field(
        'addresses',
        'Addresses',
        'From where it is taken, such as 10.1.0.0/16, divided by commas. Nothing is everywhere',
      ),
      expiresInDays: field('expiresInDays', 'Days', `How long it holds: 1 to ${longestKeyDays ?? 365}`),
    },
  });
  return sendPage(reply, html, status);
}
