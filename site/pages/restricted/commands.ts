import { z } from 'zod';
import { textOf } from '../../forms/fields';
import type { Problem } from '../../forms/problem';
import type { Asking, Gateway, Operation } from '../../gateway/gateway';
import {
  ChangeRestrictionDocument,
  EndOpeningDocument,
  LiftRestrictionDocument,
  OpenRestrictedCaseDocument,
  RecordConflictDocument,
  RestrictComplaintDocument,
  type RestrictionKind,
  WithdrawConflictDocument,
} from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';

/** What of a mutation is asked of one stream: the others' fields are left out. */
export const onlyIn = (stream: string) => ({
  ...{ adults: stream === 'ADULTS', childrens: stream === 'CHILDRENS' },
  ...{ corporate: stream === 'CORPORATE', schools: stream === 'SCHOOLS' },
});

const outcomeModel = z.looseObject({
  message: z.string().optional(),
  part: z.string().optional(),
});
const answerModel = z.record(z.string(), outcomeModel.nullish());

/** What came of it, as problems of its form; `prefix` begins the names of the form's fields. */
export const problemsIn = (answer: object, prefix = ''): Problem[] =>
  Object.values(answerModel.parse(answer)).flatMap((outcome) =>
    outcome?.message === undefined
      ? []
      : [{ field: outcome.part === undefined ? null : `${prefix}${outcome.part}`, says: outcome.message }],
  );

/** Names of sign-ins as somebody types them: divided by commas, blanks or lines. */
const listed = (text: string): string[] => text.split(/[\s,]+/).filter((each) => each !== '');

const KINDS: readonly RestrictionKind[] = ['SAFEGUARDING', 'STAFF_COMPLAINED_ABOUT', 'NAMED_PEOPLE'];
const kindOf = (text: string): RestrictionKind => KINDS.find((kind) => kind === text) ?? 'NAMED_PEOPLE';

/** Who asks for what of which complaint. */
interface Asked {
  readonly gateway: Gateway;
  readonly asking: Asking;
  readonly id: string;
  readonly stream: string;
  readonly form: Form;
}

type Command = (asked: Asked) => Promise<object>;

const command =
  <Data extends object, Variables extends object>(
    operation: Operation<Data, Variables & ReturnType<typeof onlyIn>>,
    variables: (read: (name: string) => string, id: string) => Variables,
  ): Command =>
  ({ gateway, asking, id, stream, form }) =>
    gateway.ask(operation, { ...variables((name) => textOf(form, name), id), ...onlyIn(stream) }, asking);

/** What is done on the page of who may open a complaint, by the end of its form's address. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  restrict: command(RestrictComplaintDocument, (read, id) => ({
    ...{ command: read('command'), id, kind: kindOf(read('restrict-kind')), reason: read('restrict-reason') },
    ...{ named: listed(read('restrict-named')), complainedAbout: listed(read('restrict-complainedAbout')) },
  })),
  change: command(ChangeRestrictionDocument, (read) => ({
    ...{ id: read('restriction'), version: Number(read('version')), named: listed(read('change-named')) },
  })),
  lift: command(LiftRestrictionDocument, (read) => ({
    ...{ id: read('restriction'), version: Number(read('version')), reason: read('lift-reason') },
  })),
  conflict: command(RecordConflictDocument, (read, id) => ({
    ...{ command: read('command'), id, subject: read('conflict-subject'), reason: read('conflict-reason') },
  })),
  withdraw: command(WithdrawConflictDocument, (read) => ({
    ...{ id: read('conflict'), reason: read('withdraw-reason') },
  })),
  open: command(OpenRestrictedCaseDocument, (read, id) => ({
    ...{ command: read('command'), id, reason: read('open-reason') },
  })),
  end: command(EndOpeningDocument, (read) => ({ id: read('opening') })),
};
