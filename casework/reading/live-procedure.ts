import { addDays } from '../../domain/calendar/day';
import type { LiveProcedure, StageVersion } from '../../domain/procedure/stage-version';
import {
  EVENT_WORDS,
  leadsInWords,
  limitInWords,
  nextInWords,
  requirementInWords,
} from '../../domain/procedure/words';
import { enumName, eventName, type StreamDefinition } from '../stream/definition';

/** The field by which a stream tells the procedure that its live complaints follow: for people to read, so in words. */
export const liveProcedureResolvers = ({
  name,
  liveProcedure,
}: Pick<StreamDefinition, 'name' | 'liveProcedure'>) => ({
  Query: { [`${name}Procedure`]: () => shownProcedure(name, liveProcedure) },
});

/** A procedure as the graph tells it. */
const shownProcedure = (stream: string, { stages }: LiveProcedure) => ({
  stream: enumName(stream),
  versions: stages.map((version, index) => shown(version, stages[index + 1])),
});

const shown = (version: StageVersion, next: StageVersion | undefined) => ({
  ...version,
  inForceTo: next?.stage === version.stage ? addDays(next.inForceFrom, -1) : null,
  events: version.events.map((rule) => ({
    ...{ event: eventName(rule.event), title: EVENT_WORDS[rule.event], from: rule.from },
    ...{ leadsTo: leadsInWords(rule, version), source: rule.source },
    roles: rule.roles.map((role) => role.toUpperCase()),
    needs: version.requirements
      .filter(({ event }) => event === rule.event)
      .map((requirement) => ({ text: requirementInWords(requirement), source: requirement.source })),
  })),
  limits: version.limits.map((limit) => ({
    ...{ name: limit.name, title: limit.title, text: limitInWords(limit), source: limit.source },
  })),
  next: nextInWords(version),
});
