import { textOf, textsOf, wholeTextOf } from '../../forms/fields';
import type { Asking, Gateway } from '../../gateway/gateway';
import {
  ApproveSubjectAccessDocument,
  PrepareSubjectAccessDocument,
  TakeSubjectAccessDocument,
} from '../../operations/__generated__/operations';
import type { Form } from '../../server/check-form';
import { onlyIn } from '../restricted/commands';

/** Who asks for what of which complaint. */
export interface Asked {
  readonly gateway: Gateway;
  readonly asking: Asking;
  readonly id: string;
  readonly stream: string;
  readonly form: Form;
  /** Of all that is kept, as it was just read. */
  readonly contentHash: string;
}

/** Words that are struck out, a line each. */
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

export const prepare = ({ gateway, asking, id, stream, form, contentHash }: Asked): Promise<object> =>
  gateway.ask(
    PrepareSubjectAccessDocument,
    {
      ...{ command: textOf(form, 'command'), id, leftOut: textsOf(form, 'leftOut') },
      ...{ struck: linesOf(wholeTextOf(form, 'prepare-struck')), ...onlyIn(stream) },
      contentHash,
    },
    asking,
  );

export const approve = ({ gateway, asking, stream, form, contentHash }: Asked): Promise<object> =>
  gateway.ask(
    ApproveSubjectAccessDocument,
    { access: textOf(form, 'access'), contentHash, ...onlyIn(stream) },
    asking,
  );

export const take = ({ gateway, asking, stream, form, contentHash }: Asked): Promise<object> =>
  gateway.ask(
    TakeSubjectAccessDocument,
    { access: textOf(form, 'access'), contentHash, ...onlyIn(stream) },
    asking,
  );
