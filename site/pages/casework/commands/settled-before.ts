import type { FastifyRequest } from 'fastify';
import { dayFields, readDayFields } from '../../../forms/day-field';
import { textOf, textsIn } from '../../../forms/fields';
import type { Gateway } from '../../../gateway/gateway';
import type { Stream } from '../../../operations/__generated__/operations';
import { CASE_COMMANDS } from '../../../operations/case-commands.generated';
import { checkForm } from '../../../server/check-form';
import { askingOf } from '../../page-makers';

/** Where somebody is taken who settled a concern: it has no page any more. */
export const SETTLED_PATH = '/casework/settled';

const OPERATIONS: Partial<Record<Stream, (typeof CASE_COMMANDS.settleConcern)['ADULTS']>> =
  CASE_COMMANDS.settleConcern;

/**
 * Whether a form settled its concern when it was sent the first time. The concern is gone since: the command is sent again as
 * it was, and answered the same where it was done.
 */
export async function isSettledBefore(
  gateway: Gateway,
  request: FastifyRequest,
  { id, stream }: { readonly id: string; readonly stream: Stream },
): Promise<boolean> {
  const [operation, form] = [OPERATIONS[stream], checkForm(request)];
  const { day } = readDayFields(textsIn(form, dayFields('on')), 'on', 'the day');
  if (operation === undefined || day === null) return false;
  const sent = { key: textOf(form, 'key'), id, version: Number(textOf(form, 'version')), on: day };
  const { outcome } = await gateway.ask(operation, sent, askingOf(request));
  return outcome?.__typename === 'CommandDone';
}
