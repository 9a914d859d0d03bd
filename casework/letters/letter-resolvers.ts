import type { FittingLetter } from '../../domain/letters/fitting-letters';
import { gapsIn } from '../../domain/letters/gaps';
import { TOLD_EVENT } from '../../domain/letters/letter';
import { LETTER_STEPS } from '../../domain/letters/letter-life';
import type { Resolvers } from '../../platform/server/subgraph';
import { readDocumentsOf } from '../documents/read-documents';
import type { StreamContext } from '../reading/loaders';
import { eventName } from '../stream/definition';
import * as commands from './letter-commands';
import { NOT_YOURS, needsApproval, refusedStep, serviceOf } from './letter-step';
import { listLetters } from './read-letters';
import { sendLetter } from './send-letter';
import { caseOfLetters, lettersThatFit, mayWrite, templateOf } from './stage-of-letter';
import type { LetterRow } from './tables';
import { type WaitingLetter, waitingLetters } from './waiting-letters';

interface OfComplaint {
  readonly complaint_id: string;
  readonly service_id: string | null;
}

/** What a stream's resolvers have of letters, alike in all. */
export const letterResolvers = (stream: string): Resolvers => ({
  Query: {
    [`${stream}WaitingLetters`]: (_: unknown, __: object, context: StreamContext) => waitingLetters(context),
  },
  WaitingLetter: waitingFields,
  Mutation: mutations(`${stream.charAt(0).toUpperCase()}${stream.slice(1)}`),
  LiveCase: {
    letters: ({ complaint_id: id }: OfComplaint, _: object, context: StreamContext) =>
      listLetters(context, id),
    fittingLetters: async ({ complaint_id: id }: OfComplaint, _: object, context: StreamContext) => {
      const held = await caseOfLetters(context, id);
      return held === null || !mayWrite(context, held) ? [] : lettersThatFit(context, held);
    },
    lettersNeedApproval: ({ service_id: id }: OfComplaint, _: object, context: StreamContext) =>
      needsApproval(context, id),
  },
  CaseLetter: letterFields,
  FittingLetter: {
    kind: ({ template }: FittingLetter) => template.kind,
    event: ({ template }: FittingLetter) => eventName(TOLD_EVENT[template.kind]),
  },
});

const letterFields = {
  complaintId: ({ complaint_id: id }: LetterRow) => id,
  paragraphs: async (row: LetterRow, _: object, context: StreamContext) => {
    const template = await templateOf(context, row);
    return row.paragraphs.map((paragraph) => {
      const standard = template?.paragraphs.find(({ part }) => part === paragraph.part);
      return { ...paragraph, source: standard?.source ?? null, gaps: gapsIn(paragraph.text) };
    });
  },
  writtenBy: ({ writers }: LetterRow) => writers,
  begunAt: ({ begun_at: at }: LetterRow) => at.toISOString(),
  changedBy: ({ changed_by: by }: LetterRow) => by,
  changedAt: ({ changed_at: at }: LetterRow) => at.toISOString(),
  approvedBy: ({ approved_by: by }: LetterRow) => by,
  approvedAt: ({ approved_at: at }: LetterRow) => at?.toISOString() ?? null,
  returnedBecause: ({ returned_because: because }: LetterRow) => because,
  sentOn: ({ sent_on: on }: LetterRow) => on,
  sentHow: ({ sent_how: how }: LetterRow) => how,
  sentEntry: ({ sent_entry: entry }: LetterRow) => entry,
  documents: ({ documents: ids }: LetterRow, _: object, context: StreamContext) =>
    ids.length === 0 ? [] : readDocumentsOf(context, { ids }),
  steps: async (row: LetterRow, _: object, context: StreamContext) => {
    const [template, held, serviceId] = await Promise.all([
      templateOf(context, row),
      caseOfLetters(context, row.complaint_id),
      serviceOf(context, row),
    ]);
    const isWriter = held !== null && mayWrite(context, held);
    return LETTER_STEPS.map((step) => ({
      step,
      whyNot: isWriter
        ? (refusedStep(context, { step, row, template, serviceId })?.message ?? null)
        : NOT_YOURS.message,
    }));
  },
};

const waitingFields = {
  complaint: ({ complaint_id: id }: WaitingLetter, _: object, { complaints }: StreamContext) =>
    complaints.load(id),
  waitsFor: ({ waits_for: step }: WaitingLetter) => step,
  changedBy: ({ changed_by: by }: WaitingLetter) => by,
  changedAt: ({ changed_at: at }: WaitingLetter) => at.toISOString(),
};

/** A command as a resolver of a root field. */
const done =
  <Asked>(command: (asked: Asked, context: StreamContext) => Promise<unknown>) =>
  (_: unknown, asked: Asked, context: StreamContext) =>
    command(asked, context);

const mutations = (name: string) => ({
  [`begin${name}Letter`]: done(commands.beginLetter),
  [`save${name}Letter`]: done(commands.saveLetter),
  [`submit${name}Letter`]: done(commands.submitLetter),
  [`approve${name}Letter`]: done(commands.approveLetter),
  [`return${name}Letter`]: done(commands.returnLetter),
  [`send${name}Letter`]: done(sendLetter),
  [`drop${name}Letter`]: done(commands.dropLetter),
});
