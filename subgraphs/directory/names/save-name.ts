import { isDay } from '../../../domain/calendar/day';
import { foldWord } from '../../../domain/words/fold-word';
import { recordAudit } from '../../../platform/audit/record';
import { readDay } from '../../../platform/server/read-day';
import { type Refused, reasonUnusable } from '../../../platform/server/refusal';
import type { OperationContext } from '../../../platform/server/subgraph';
import { keepNameDecision, type NameDecision } from './decisions';
import { type DirectorateShown, readDirectorates, readServices, type ServiceShown } from './read-names';
import {
  type CouncilNameUnusable,
  councilNameUnusable,
  type DirectorateChanged,
  directorateChanged,
  nameTaken,
  type ServiceChanged,
  serviceChanged,
  unknownDirectorate,
} from './refusals';
import { keepCouncilNames, knownNames, lockNames } from './seed';

interface Asked {
  readonly id: string;
  readonly basedOnVersion: number;
  readonly name: string;
  readonly reason: string;
}
type Refusals = Refused<'NameTaken'> | Refused<'ReasonUnusable'> | CouncilNameUnusable;

/**
 * Adds a service, changes its name or directorate, or says that it ended, and publishes it, unless it stands so already.
 * Without `endedOn` it stays as it was; null says that it goes on.
 */
export async function saveService(
  context: OperationContext,
  asked: Asked & { readonly directorateId: string; readonly endedOn?: unknown },
): Promise<ServiceShown | ServiceChanged | Refused<'UnknownDirectorate'> | Refusals> {
  const { id, directorateId, basedOnVersion } = asked;
  const refused = councilNameUnusable(asked) ?? reasonUnusable(asked.reason);
  if (refused !== null) return refused;
  const given = readDay('endedOn', asked.endedOn, isDay);
  const { transaction } = context;
  await lockNames(transaction);
  const directorate = (await readDirectorates(transaction)).find((each) => each.id === directorateId);
  if (directorate === undefined) return unknownDirectorate(directorateId);
  const services = await readServices(transaction);
  const standing = services.find((service) => service.id === id);
  const before = standing?.endedOn ?? null;
  const ended_on = asked.endedOn === undefined ? before : given;
  const isSame = standing?.name === asked.name.trim() && standing.directorateId === directorateId;
  if (isSame && before === ended_on) return standing;
  if (standing !== undefined && standing.version !== basedOnVersion) return serviceChanged(standing);
  const other = services.find((service) => service.id !== id && isNameOf(service, asked.name));
  if (other !== undefined) return nameTaken(asked.name, `the service ${other.name}`);
  await decide(context, 'service', { ...asked, directorate_id: directorateId, ended_on });
  return found(await readServices(transaction), id);
}

/** The same for a directorate. */
export async function saveDirectorate(
  context: OperationContext,
  asked: Asked,
): Promise<DirectorateShown | DirectorateChanged | Refusals> {
  const { id, basedOnVersion } = asked;
  const refused = councilNameUnusable(asked) ?? reasonUnusable(asked.reason);
  if (refused !== null) return refused;
  const { transaction } = context;
  await lockNames(transaction);
  const directorates = await readDirectorates(transaction);
  const standing = directorates.find((directorate) => directorate.id === id);
  if (standing?.name === asked.name.trim()) return standing;
  if (standing !== undefined && standing.version !== basedOnVersion) return directorateChanged(standing);
  const word = foldWord(asked.name);
  const other = directorates.find((each) => each.id !== id && foldWord(each.name) === word);
  if (other !== undefined) return nameTaken(asked.name, `the directorate ${other.name}`);
  await decide(context, 'directorate', { ...asked, directorate_id: null, ended_on: null });
  return found(await readDirectorates(transaction), id);
}

const isNameOf = ({ name, formerNames }: ServiceShown, written: string): boolean =>
  [name, ...formerNames].some((each) => foldWord(each) === foldWord(written));

async function decide(
  context: OperationContext,
  kind: NameDecision['kind'],
  {
    id,
    name,
    reason,
    directorate_id,
    ended_on,
  }: Pick<NameDecision, 'id' | 'name' | 'reason' | 'directorate_id' | 'ended_on'>,
): Promise<void> {
  const { transaction, identity, clock } = context;
  const known = await knownNames(transaction);
  const before = known.decisions.filter((decision) => decision.kind === kind && decision.id === id);
  const decision: NameDecision = {
    ...{ kind, id, version: before.length + 1, name: name.trim(), directorate_id, ended_on },
    reason: reason.trim(),
    ...{ decided_by: identity.subject, decided_at: clock.now() },
  };
  await keepNameDecision(transaction, decision);
  await keepCouncilNames(transaction, { ...known, decisions: [...known.decisions, decision] });
  const action = kind === 'service' ? 'SERVICE_SAVE' : 'DIRECTORATE_SAVE';
  await recordAudit(context, { schema: 'directory', action, recordIds: [id] });
}

function found<Shown extends { readonly id: string }>(all: readonly Shown[], id: string): Shown {
  const shown = all.find((each) => each.id === id);
  if (shown === undefined) throw new Error('A name that was kept is not there');
  return shown;
}
