import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { londonDayOf } from '../../../../domain/calendar/day';
import { GatewayRefusal } from '../../../gateway/refusal';
import { signedIn } from '../../../server/visitor';
import { addCommandRoute, type Came, type Meant } from '../../casework/commands/command-route';
import { askHelp } from '../../casework/help/ask-help';
import { whenShown } from '../../casework/help/help-later';
import { caseHref } from '../../complaints/rows';
import { askingOf, type PageMakers, queryOf } from '../../page-makers';
import { CASES_PATH } from '../cases-view';
import { BEGINS } from './enquiry-rules';
import { type RecordSeen, recordForm } from './record-form';

/** Where an enquiry is recorded that an ombudsman made. */
export const RECORD_ENQUIRY_PATH = `${CASES_PATH}/record`;

/** The same about a complaint, by our reference of it. */
export const recordEnquiryHref = ({ reference }: { readonly reference: string | null }): string =>
  `${RECORD_ENQUIRY_PATH}?ourReference=${encodeURIComponent(reference ?? '')}`;

/** Whether people of a role work on ombudsmen's cases; the gateway decides. */
export const mayWorkOnCases = (role: string): boolean => role === 'officer';

const queryModel = z.object({ ourReference: z.string().max(60).catch('').default('') });

/** The form of an enquiry that begins a case. */
export function addRecordEnquiry(
  app: FastifyInstance,
  makers: Pick<PageMakers, 'page' | 'gateway' | 'clock' | 'nameOf'>,
): void {
  addCommandRoute(app, makers, {
    path: RECORD_ENQUIRY_PATH,
    meantBy: async (request) => {
      const meant = meantBy(request, londonDayOf(makers.clock.now()));
      const articles = whenShown(request, () =>
        askHelp(makers.gateway, askingOf(request), { enquirySteps: ['RECORD'] }),
      );
      return { ...meant, help: async () => ({ articles: await articles(), rules: BEGINS }) };
    },
  });
}

function meantBy(request: FastifyRequest, today: string): Omit<Meant<RecordSeen>, 'help'> {
  if (!mayWorkOnCases(signedIn(request).role))
    throw new GatewayRefusal('FORBIDDEN', 'Ombudsmen’s cases are worked on by officers');
  const { ourReference } = queryModel.parse(queryOf(request));
  return {
    ...{ command: recordForm, about: { today, ourReference }, id: '', part: 'OMBUDSMAN', version: 0 },
    ...{ isOpen: true, whyNot: null, sendTo: RECORD_ENQUIRY_PATH },
    head: {
      title: 'Record an ombudsman’s enquiry',
      back: { href: CASES_PATH, text: 'Ombudsmen’s cases' },
      ...{ stands: '', needs: [], law: null },
    },
    afterwards: (came: Came & { readonly case?: { readonly id: string } | null }) =>
      came.case ? `${caseHref(came.case.id)}?did=${came.version}` : CASES_PATH,
  };
}
