import { castMember } from '../../demo/sign-in/cast';
import { type MadeUpWorkshop, madeUpWorkshops } from '../../demo/workshops/made-up';
import { londonDayOf } from '../../domain/calendar/day';
import type { Settings } from '../../platform/config/settings';
import { type AskAs, askingAs } from './ask-as';

const PLANNED = '{ workshops(first: 1) { totalCount } }';
const PLAN = `mutation ($id: ID!, $plan: WorkshopInput!) {
  saveWorkshop(id: $id, basedOnVersion: 0, plan: $plan) { __typename } }`;
const BOOK = 'mutation ($id: ID!, $name: String!) { bookWorkshop(id: $id, name: $name) { __typename } }';
const CALL_OFF = `mutation ($id: ID!, $reason: String!) {
  cancelWorkshop(id: $id, reason: $reason) { __typename } }`;
const PLANS = 'olu';

/**
 * Plans a few made-up workshops, as the demonstration's people do it, where there is none yet. In the demonstration alone:
 * where people sign in as themselves, nobody here can make a token. One that cannot be planned is none, and the start goes on.
 */
export async function planWorkshops(settings: Settings, gatewayUrl: string): Promise<void> {
  const { demonstration, production, token, clock } = settings;
  if (!demonstration || production || token.jwksUrl !== null) return;
  const askAs = await askingAs(settings, gatewayUrl);
  try {
    if (!(await isEmpty(askAs))) return;
    for (const workshop of madeUpWorkshops(londonDayOf(clock.now()))) await plan(askAs, workshop);
  } catch {
    process.stderr.write("The demonstration's workshops could not be planned; the rest of it is there.\n");
  }
}

async function isEmpty(askAs: AskAs): Promise<boolean> {
  return JSON.stringify(await askAs(PLANS, PLANNED, {})).includes('"totalCount":0');
}

async function plan(askAs: AskAs, { id, plan: asPlanned, booked, calledOff }: MadeUpWorkshop): Promise<void> {
  await askAs(PLANS, PLAN, { id, plan: asPlanned });
  for (const subject of booked)
    await askAs(subject, BOOK, { id, name: castMember(subject)?.name ?? subject });
  if (calledOff !== null) await askAs(PLANS, CALL_OFF, { id, reason: calledOff });
}
