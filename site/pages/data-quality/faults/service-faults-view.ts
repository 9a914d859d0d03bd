import { streamName } from '../../../../domain/figures/names';
import { countedWords, countWords } from '../../../../domain/figures/numbers';
import { addressOf } from '../../../filters/address';
import { type PagePlace, pageLinks } from '../../../lists/page-place';
import type { ImportFaultState, ServiceFaultListQuery } from '../../../operations/__generated__/operations';
import { faultWords } from '../fault-words';
import { FAULTS_PATH, faultsHref, recordHref } from '../paths';
import { ageWords, momentWords } from '../shown-moment';
import { FAULT_STATE_CHOICES, FAULT_STATES } from './states';

type GivenPage = NonNullable<ServiceFaultListQuery['serviceFaults']>;
type ServiceFaultNode = NonNullable<GivenPage['edges'][number]['node']>;

/** What an address narrows a manager's list to. */
export interface ServiceQuestion {
  readonly where: {
    readonly services?: readonly string[];
    readonly codes?: readonly string[];
    readonly states?: readonly ImportFaultState[];
  };
  readonly parameters: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
}

/** Reads what an address narrows a manager's list to: a service by its id, a code, a state. */
export function readServiceQuestion(query: Readonly<Record<string, unknown>>): ServiceQuestion {
  const problems: string[] = [];
  const parameters: Record<string, string> = {};
  const read = (name: string, isMeant: (text: string) => boolean, says: string) => {
    const given = query[name];
    if (given === undefined || given === '') return undefined;
    if (typeof given === 'string' && given.length <= 100 && isMeant(given)) {
      parameters[name] = given;
      return given;
    }
    problems.push(says);
    return undefined;
  };
  const service = read('service', (text) => /^[\w-]+$/.test(text), 'Service: choose one of yours.');
  const code = read('code', (text) => /^[A-Z_0-9]+$/.test(text), 'What is wrong: choose one from the list.');
  const state = read(
    'state',
    (text) => FAULT_STATE_CHOICES.some(({ value }) => value === text),
    'State: choose one from the list.',
  );
  const states = FAULT_STATE_CHOICES.find(({ value }) => value === state)?.states;
  const where = {
    ...(service === undefined ? {} : { services: [service] }),
    ...(code === undefined ? {} : { codes: [code] }),
    ...(states === undefined ? {} : { states }),
  };
  return { where, parameters, problems };
}

interface Shown {
  readonly question: ServiceQuestion;
  readonly place: PagePlace;
  readonly answer: { readonly page: GivenPage; readonly directory: ServiceFaultListQuery['directory'] };
  readonly now: Date;
}

/** What a manager's list shows: the faults of their services, and how often each kind is among them. */
export function serviceFaultsView({ question, place, answer: { page, directory }, now }: Shown) {
  const { parameters, problems } = question;
  const { totalCount: total, byCode, edges, pageInfo } = page;
  const nameOf = (id: string) => directory?.find((service) => service.id === id)?.name ?? id;
  const faults = edges.flatMap(({ node }) => (node === null ? [] : [node]));
  return {
    problems,
    path: FAULTS_PATH,
    isNarrowed: Object.keys(parameters).length > 0,
    says: countedWords({ count: total, one: 'fault', many: 'faults' }),
    kinds: (byCode ?? []).map(({ name, count }) => ({
      ...{ text: faultWords(name).title, count: countWords(count) },
      href: faultsHref({ ...parameters, code: name }),
    })),
    ways: [
      { text: 'That wait', href: faultsHref({ ...parameters, state: 'OPEN' }) },
      { text: 'All', href: FAULTS_PATH },
    ],
    rows: faults.map((fault) => ({
      ...faultWords(fault.code),
      ...{ column: fault.column, value: fault.value, action: fault.action, record: fault.record },
      recordHref: recordHref(fault.record),
      service: nameOf(fault.service),
      place: `${fault.file}, line ${fault.line}`,
      foundOn: momentWords(fault.foundAt),
      age: fault.state === 'OPEN' ? ageWords(fault.foundAt, now) : null,
      state: FAULT_STATES[fault.state],
      isOpen: fault.state === 'OPEN',
    })),
    links: pageLinks({
      ...{ path: FAULTS_PATH, filter: {}, parameters, place },
      ...{ rows: faults.length, total, pageInfo },
    }),
    csvHref: addressOf(`${FAULTS_PATH}.csv`, {}, parameters),
  };
}

/** The columns of the file. */
export const SERVICE_FAULT_HEADS = [
  ...['Id', 'Service', 'Stream', 'Record', 'System', 'File', 'Line', 'Column', 'Code', 'What is wrong'],
  ...['Written there', 'What was done', 'Found', 'State'],
];

/** One row of the file. */
export const serviceFaultCells = (fault: ServiceFaultNode) => [
  ...[fault.id, fault.service, fault.stream === null ? null : streamName(fault.stream), fault.record],
  ...[fault.source, fault.file, fault.line, fault.column, fault.code, faultWords(fault.code).title],
  ...[fault.value, fault.action, momentWords(fault.foundAt), FAULT_STATES[fault.state]],
];
