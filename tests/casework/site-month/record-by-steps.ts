import type { Got } from '../../../scripts/testing/visitor';
import { RECORD_PATH } from '../../../site/pages/casework/recording/paths';
import { STEP_NAMES, type StepName } from '../../../site/pages/casework/recording/steps';
import type { Said } from '../../graph/journeys/casework-product';
import type { Desk } from './desk';
import { wordsOf } from './read-form';

type Given = Readonly<Record<string, unknown>>;

/** A complaint that is recorded step by step. */
export interface Recorded {
  readonly stream: string;
  /** As the graph takes it. */
  readonly input: Given;
  /** What the service is called, by which people find it. */
  readonly service: string;
}

const CAME = ['channel', 'receivedOn'];
const WHAT = ['summary', 'complainedAbout', 'stage', 'directReason'];

/** Whether the steps ask for all that is said of a complaint: whom they ask for by name is not typed here. */
export const isForSteps = (input: Given): boolean =>
  Object.keys(input).every((name) => [...CAME, ...WHAT, 'serviceId'].includes(name));

const typedAt = ({ stream, input, service }: Recorded): Readonly<Record<StepName, Given>> => ({
  came: only(input, CAME),
  kind: { kind: 'COMPLAINT' },
  stream: { stream },
  who: {},
  others: {},
  what: { ...only(input, WHAT), serviceId: service },
});

const only = (input: Given, names: readonly string[]): Given =>
  Object.fromEntries(Object.entries(input).filter(([name]) => names.includes(name)));

/** Records a complaint by the pages of recording, each saved before the next, and looked at as a whole in the end. */
export async function recordBySteps(desk: Desk, recorded: Recorded): Promise<Said> {
  const begun = await desk.open('open the drafts', RECORD_PATH);
  let page = await desk.fill('begin a draft', begun, { action: RECORD_PATH, given: {} });
  const typed = typedAt(recorded);
  for (const step of STEP_NAMES) {
    const action = pathOf(page);
    page = await desk.fill(`save the step: ${step}`, page, { action, given: typed[step] });
    if (page.status !== 200) throw new Error(`The step ${step} says: ${wordsOf(page.html)}`);
  }
  return saidOn(await desk.fill('record the draft', page, { action: pathOf(page), given: {} }));
}

const pathOf = ({ url }: Got): string => new URL(url).pathname;

const PAGE = /^\/complaints\/([^/]+)$/;

function saidOn({ url, html }: Got): Said {
  const { pathname, searchParams } = new URL(url);
  const [, id] = PAGE.exec(pathname) ?? [];
  if (id === undefined) throw new Error(`Not recorded: ${wordsOf(html)}`);
  const [, reference = ''] = /<h1[^>]*>Complaint ([^<]+)<\/h1>/.exec(html) ?? [];
  return {
    ...{ __typename: 'CommandDone', version: Number(searchParams.get('did')) },
    complaint: { id: decodeURIComponent(id), reference },
  };
}
