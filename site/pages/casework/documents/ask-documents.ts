import type { FastifyRequest } from 'fastify';
import { GatewayRefusal } from '../../../gateway/refusal';
import {
  CaseDocumentsAdultsDocument,
  CaseDocumentsChildrensDocument,
  CaseDocumentsCorporateDocument,
  CaseDocumentsSchoolsDocument,
} from '../../../operations/__generated__/operations';
import { NotFound } from '../../../server/not-found';
import { signedIn } from '../../../server/visitor';
import { idOf } from '../../complaint/id';
import { mayReadPeople } from '../../complaint/roles';
import { askingOf, type PageMakers } from '../../page-makers';
import type { CaseDocument } from './documents-view';

/** Each stream is asked itself: what was just done to a complaint is read there at once. */
const QUESTIONS = {
  adults: CaseDocumentsAdultsDocument,
  childrens: CaseDocumentsChildrensDocument,
  corporate: CaseDocumentsCorporateDocument,
  schools: CaseDocumentsSchoolsDocument,
} as const;
const STREAMS = ['adults', 'childrens', 'corporate', 'schools'] as const;

/** A complaint with its documents; `documents` is null where it is not worked on here, or not by the person. */
export interface AskedDocuments {
  readonly id: string;
  readonly reference: string;
  readonly documents: readonly CaseDocument[] | null;
}

/** Throws `GatewayRefusal` for roles that work on no complaints, and `NotFound` where there is none. */
export async function askDocuments(
  { gateway }: Pick<PageMakers, 'gateway'>,
  request: FastifyRequest,
): Promise<AskedDocuments> {
  const [asking, id] = [askingOf(request), idOf(request)];
  if (!mayReadPeople(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'This role reads no documents');
  const stream = STREAMS.find((name) => id.startsWith(`${name}-`));
  if (stream === undefined) throw new NotFound();
  const { complaint } = await gateway.ask(QUESTIONS[stream], { id }, asking);
  if (complaint === null) throw new NotFound();
  const { casework } = complaint;
  return {
    id,
    reference: complaint.reference ?? 'without a reference',
    documents: casework ? (casework.documents ?? []) : null,
  };
}
