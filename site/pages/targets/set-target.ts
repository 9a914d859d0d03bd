import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { streamName } from '../../../domain/figures/names';
import { STREAMS } from '../../filters/parts';
import { askCommand } from '../../forms/ask-command';
import { fieldsWith } from '../../forms/fields';
import { type Problem, refusalIn } from '../../forms/problem';
import {
  SaveTargetDocument,
  TargetNamesDocument,
  type TargetNamesQuery,
  TargetPageDocument,
  type TargetPageQuery,
} from '../../operations/__generated__/operations';
import { checkForm } from '../../server/check-form';
import { NotFound } from '../../server/not-found';
import { askPart } from '../ask-part';
import { askingOf, type PageMakers, queryOf, sendPage } from '../page-makers';
import { type ReadTarget, readTargetForm, type TypedTarget, typedOf } from './read-target-form';
import { checkSetting, readingTargets } from './roles';
import { decisionRows, ofWords, standsWords, TARGETS_PATH, targetPath, targetRow } from './target-words';

type Makers = Pick<PageMakers, 'page' | 'gateway'>;
type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply };
type Asked = NonNullable<TargetPageQuery['target']>;

interface Shown {
  readonly typed: TypedTarget;
  readonly problems: readonly Problem[];
  readonly status: number;
  /** The target that is changed; null of a new one. */
  readonly target: Asked | null;
}

const CLEAN = { problems: [], status: 200 } as const;

/** A target's page: how it stands, what was decided on it, and the form that changes it; and the form of a new one. */
export function addSetTarget(app: FastifyInstance, makers: Makers): void {
  const { page, gateway } = makers;
  app.get(`${TARGETS_PATH}/new`, (request, reply) => {
    const { measure, year } = queryOf(request);
    const typed = { basedOnVersion: '0', measure: textOf(measure), financialYear: textOf(year) };
    return sendForm(makers, { request, reply }, { typed, target: null, ...CLEAN });
  });

  app.get<{ Params: { id: string } }>(`${TARGETS_PATH}/:id`, async (request, reply) => {
    const { isSetting } = readingTargets(request);
    const target = await askTarget(makers, request, request.params.id);
    if (isSetting) return sendForm(makers, { request, reply }, { typed: typedOf(target), target, ...CLEAN });
    return sendPage(reply, page(request, 'targets/target.njk', { target: targetView(target) }));
  });

  app.post(TARGETS_PATH, async (request, reply) => {
    checkSetting(request);
    const form = checkForm(request);
    const names = await askPart(gateway.ask(TargetNamesDocument, {}, askingOf(request)));
    const read = readTargetForm(form, names?.measureDefinitions ?? null);
    const { typed, problems } = read.target === null ? read : await save(makers, request, read);
    if (problems.length === 0) return reply.redirect(`${TARGETS_PATH}?kept`, 303);
    const target = typed.id ? await askTarget(makers, request, typed.id) : null;
    return sendForm(makers, { request, reply }, { typed, problems, target, status: 400 });
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** One target, with what was decided on it. Throws `NotFound` where there never was one. */
export async function askTarget({ gateway }: Makers, request: FastifyRequest, id: string): Promise<Asked> {
  const { target } = await gateway.ask(TargetPageDocument, { id }, askingOf(request));
  if (target === null) throw new NotFound();
  return target;
}

/** Saves it. Where somebody else was quicker, what was typed stays, and is a change of what stands by now. */
async function save(
  { gateway }: Makers,
  request: FastifyRequest,
  { typed, target, basedOnVersion }: ReadTarget,
): Promise<Pick<Shown, 'typed' | 'problems'>> {
  if (target === null) throw new Error('A target that cannot be read is not saved');
  const now: { typed: TypedTarget } = { typed };
  const asked = gateway.ask(SaveTargetDocument, { target, basedOnVersion }, askingOf(request));
  const { problems } = await askCommand(asked, ({ outcome }) => {
    if (outcome?.__typename === 'TargetUnusable') return [{ field: outcome.part, says: outcome.message }];
    if (outcome?.__typename !== 'TargetChanged') return refusalIn(outcome);
    const { id, version } = outcome.target;
    now.typed = { ...typed, id, basedOnVersion: String(version) };
    return [{ field: 'value', says: overtaken(standsWords(outcome.target)) }];
  });
  return { typed: now.typed, problems };
}

const overtaken = (stands: string): string =>
  `Somebody else decided on it meanwhile, or there was one already: by now ${stands}. What you typed is still here; saved again, it takes its place.`;

async function sendForm(
  { page, gateway }: Makers,
  { request, reply }: Exchange,
  { typed, problems, status, target }: Shown,
): Promise<FastifyReply> {
  checkSetting(request);
  const names = await askPart(gateway.ask(TargetNamesDocument, {}, askingOf(request)));
  const html = page(request, 'targets/set.njk', {
    ...{ typed, problems, target: target && targetView(target), ...choices(names, typed) },
    fields: targetFields(typed, problems),
  });
  return sendPage(reply, html, status);
}

const targetView = (target: Asked) => ({
  ...targetRow(target),
  ...{ financialYear: target.financialYear, of: ofWords(target), decisions: decisionRows(target) },
  endHref: `${targetPath(target.id)}/end`,
});

/** What can be chosen. A measure without a better way is none of it. */
const choices = (names: TargetNamesQuery | null, typed: TypedTarget) => ({
  measures: options(
    'Choose',
    (names?.measureDefinitions ?? [])
      .filter(({ polarity }) => polarity !== 'NEITHER')
      .map(({ measure, title }) => [measure, title]),
    typed.measure,
  ),
  streams: options(
    'All streams',
    STREAMS.map((code) => [code, streamName(code)]),
    typed.stream,
  ),
  directorates: options(
    'All directorates',
    (names?.directorates ?? []).map(({ name }) => [name, name]),
    typed.directorate,
  ),
  services: options(
    'All services',
    (names?.services ?? []).filter(({ endedOn }) => endedOn === null).map(({ name }) => [name, name]),
    typed.service,
  ),
});

/** What can be chosen, and what was chosen before though it is not among it: nothing that was typed is lost. */
function options(
  text: string,
  others: readonly (readonly [string, string])[],
  chosen = '',
): { readonly value: string; readonly text: string }[] {
  const known = chosen === '' || others.some(([value]) => value === chosen);
  const shown = known ? others : [...others, [chosen, chosen] as const];
  return [{ value: '', text }, ...shown.map(([value, name]) => ({ value, text: name }))];
}

function targetFields(typed: TypedTarget, problems: readonly Problem[]) {
  const field = fieldsWith(typed, problems);
  return {
    measure: field('measure', 'Measure'),
    financialYear: field('financialYear', 'Financial year', 'For example, 2021-22'),
    stream: field('stream', 'Stream'),
    stage: field('stage', 'Stage', 'A number; nothing for all stages'),
    directorate: field('directorate', 'Directorate'),
    service: field('service', 'Service', 'A directorate or a service, not both'),
    value: field(
      'value',
      'What is to be reached',
      'A share in per cent, such as 90; else a number, or working days',
    ),
    tolerance: field(
      'tolerance',
      'By how much it may be missed and is amber',
      'Points of a share, such as 5; else a number, or working days. 0 knows no amber',
    ),
    source: field('source', 'Where it was decided, or why', 'Name nobody'),
  };
}
