import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { GatewayRefusal } from '../../../gateway/refusal';
import type {
  CaseLettersPartsFragment,
  LetterShownFragment,
  Stream,
} from '../../../operations/__generated__/operations';
import { CASE_QUESTIONS } from '../../../operations/case-questions.generated';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { idOf } from '../../complaint/id';
import { askingOf, type PageMakers } from '../../page-makers';
import { streamOfId } from '../commands/ask-case';
import { mayWork } from '../roles';

/** A complaint that is worked on here, with its letters. */
export interface AskedLetters {
  readonly id: string;
  readonly stream: Stream;
  readonly reference: string;
  readonly live: NonNullable<CaseLettersPartsFragment['casework']>;
}

/** Throws `GatewayRefusal` for roles that work on no complaints, and `NotFound` where nobody works on it here. Each reading is recorded. */
export async function askLetters(
  { gateway }: Pick<PageMakers, 'gateway'>,
  request: FastifyRequest,
): Promise<AskedLetters> {
  const id = idOf(request);
  if (!mayWork(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Letters are written by officers and managers');
  const stream = streamOfId(id);
  if (stream === null) throw new NotFound();
  const { complaint } = await gateway.ask(CASE_QUESTIONS.CaseLetters[stream], { id }, askingOf(request));
  const live = complaint?.casework ?? null;
  if (complaint === null || live === null) throw new NotFound();
  return { id, stream, live, reference: complaint.reference ?? 'without a reference' };
}

const letterModel = z.object({ letter: z.string().min(1).max(200) });

/** The letter that an address names, of a complaint's. Throws `NotFound` where there is none. */
export function letterIn({ live }: AskedLetters, request: FastifyRequest): LetterShownFragment {
  const read = letterModel.safeParse(request.params);
  const found = read.success ? live.letters?.find(({ id }) => id === read.data.letter) : undefined;
  if (found === undefined) throw new NotFound();
  return found;
}
