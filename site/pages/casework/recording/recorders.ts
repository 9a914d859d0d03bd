import type { Asking, Gateway, Operation } from '../../../gateway/gateway';
import type {
  CommandCameFragment,
  RecordComplaintInput,
  Stream,
} from '../../../operations/__generated__/operations';
import { RECORD_COMMANDS } from '../../../operations/record-commands.generated';
import type { FieldsOf, FormField } from '../commands/fields/form-field';
import { ADULTS_FIELDS, CHILDRENS_FIELDS, SCHOOLS_FIELDS } from './fields/own-fields';
import type { RecordSeen } from './record-seen';

/** A complaint as it is sent to be recorded; `own` is what its stream alone has. */
interface Sent {
  readonly key: string;
  readonly input: RecordComplaintInput;
  readonly own: object;
}

/** How the complaints of one stream are recorded. */
interface Recorder {
  readonly ownFields: Readonly<Record<string, FormField<unknown, RecordSeen>>>;
  readonly send: (gateway: Gateway, asking: Asking, sent: Sent) => Promise<CommandCameFragment | null>;
}

type Came = { readonly outcome: CommandCameFragment | null };
type Recording<Own> = Operation<
  Came,
  { key: string | number; input: RecordComplaintInput; own?: Own | null }
>;

/** Records with what a stream alone has: a field for each part of it. */
function withOwn<Own extends object>(
  operation: Recording<Own>,
  ownFields: FieldsOf<Required<Own>, RecordSeen> & Recorder['ownFields'],
): Recorder {
  const names = Object.keys(ownFields);
  const isOwn = (given: object): given is Own => names.every((name) => Object.hasOwn(given, name));
  return {
    ownFields,
    send: async (gateway, asking, { own, ...sent }) => {
      if (!isOwn(own)) throw new Error('A part of what the stream alone has was not read');
      return (await gateway.ask(operation, { ...sent, own }, asking)).outcome;
    },
  };
}

const { recordComplaint } = RECORD_COMMANDS;

/** Each stream’s way to record a complaint. */
export const RECORDERS: Readonly<Record<Stream, Recorder>> = {
  CORPORATE: {
    ownFields: {},
    send: async (gateway, asking, { key, input }) =>
      (await gateway.ask(recordComplaint.CORPORATE, { key, input }, asking)).outcome,
  },
  ADULTS: withOwn(recordComplaint.ADULTS, ADULTS_FIELDS),
  CHILDRENS: withOwn(recordComplaint.CHILDRENS, CHILDRENS_FIELDS),
  SCHOOLS: withOwn(recordComplaint.SCHOOLS, SCHOOLS_FIELDS),
};
