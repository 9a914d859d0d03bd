import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
} from 'graphql';
import type { SignedIn } from '../../platform/identity/identity';
import type { Attack, Expected, Sent } from './attack';
import { FORBIDDEN, NOT_DONE, says } from './case-questions';
import { commandOf } from './cases';
import { basic } from './keys';
import { LIVE_STREAMS, type LiveStream } from './live-cases';
import type { Target } from './target';

const SCHEMA = buildSchema(readFileSync(path.join(__dirname, '../../schema/supergraph.graphql'), 'utf8'), {
  assumeValidSDL: true,
});

/** A root field of the graph that casework opens. */
interface Field {
  readonly name: string;
  readonly stream: LiveStream | 'ombudsman';
  readonly isChange: boolean;
  readonly args: readonly GraphQLArgument[];
  /** The type of what is answered. */
  readonly result: string;
}

const fieldsOf = (stream: Field['stream'], isChange: boolean): Field[] =>
  Object.values((isChange ? SCHEMA.getMutationType() : SCHEMA.getQueryType())?.getFields() ?? {})
    .filter(({ name }) => name.toLowerCase().includes(stream))
    .filter(({ astNode }) => astNode?.directives?.some((each) => print(each).includes('["casework"]')))
    .map(({ name, args, type }) => ({ name, stream, isChange, args, result: getNamedType(type).name }));

const FIELDS = [
  ...LIVE_STREAMS.flatMap((stream) => [...fieldsOf(stream, false), ...fieldsOf(stream, true)]),
  ...fieldsOf('ombudsman', true),
];

/** What is asked of a list, where its name alone would tell nothing. */
const SELECTED: readonly (readonly [RegExp, string])[] = [
  [/Worklist$/, '{ totalCount edges { node { complaint { id } parties { surname } } } }'],
  [/Counts$/, '{ lists { count } assignees { open } }'],
  [/Groups$/, '{ id }'],
  [/Absences$/, '{ subject }'],
  [/WaitingLetters$/, '{ kind }'],
  [/(Promises|Recommendations)$/, '{ totalCount }'],
  [/Repeats$/, '{ around { before after } }'],
];
/** What is asked of what became of a change: all that it could tell of somebody. */
function outcomeFields(result: string): string {
  const more: Readonly<Record<string, string>> = {
    CommandResult:
      '... on ComplaintChanged { since { text words { words } } } ... on CommandDone { version }',
    LetterResult: '... on LetterDone { letter { subject } } ... on LetterChanged { letter { subject } }',
    ManyResult: '... on ManyDone { done { id } refused { code } }',
  };
  return `{ __typename ... on Refusal { code message } ${more[result] ?? ''} }`;
}

let number = 20_000;
/** What an argument is given: good enough that nothing but who asks is in the way. */
function givenTo(on: Target, stream: Field['stream'], argument: string, type: GraphQLInputType): string {
  const below = (inner: string, of: GraphQLInputType) => givenTo(on, stream, inner, of);
  if (isNonNullType(type)) return below(argument, type.ofType);
  if (isListType(type)) return `[${below(argument, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const wanted = Object.values(type.getFields()).filter((field) => isNonNullType(field.type));
    return `{ ${wanted.map((field) => `${field.name}: ${below(field.name, field.type)}`).join(', ')} }`;
  }
  const given: Readonly<Record<string, string>> = {
    ...{
      Int: '1',
      Boolean: 'true',
      Date: '"2024-05-22"',
      String: '"olu"',
      ID: `"${on.live[stream === 'ombudsman' ? 'corporate' : stream]}"`,
    },
  };
  if (argument === 'key') return `"${commandOf(number++)}"`;
  if (argument === 'other' || argument === 'into') return `"${on.cases.open}"`;
  return given[type.name] ?? 'null';
}

function textOf(on: Target, field: Field): string {
  const toWhom = field.name.startsWith('handOver') || field.name.endsWith('Complaints') ? 'to' : '';
  const filled = field.args.filter(({ name, type }) => isNonNullType(type) || name === toWhom);
  const args = filled.map(({ name, type }) => `${name}: ${givenTo(on, field.stream, name, type)}`).join(', ');
  const selected = field.isChange
    ? outcomeFields(field.result)
    : (SELECTED.find(([of]) => of.test(field.name))?.[1] ?? '');
  return `${field.isChange ? 'mutation' : 'query'} { r: ${field.name}${args ? `(${args})` : ''} ${selected} }`;
}

type Who = Parameters<Target['product']['token']>[0];
type Asks = (on: Target, field: Field) => Sent | Promise<Sent>;
const person = (role: string, subject: string, more: Partial<SignedIn> = {}): Who => ({
  ...{ subject, role, streams: [], services: [], partner: null },
  ...more,
});
const signedIn =
  (who: Who | ((field: Field) => Who)): Asks =>
  async (on, field) => ({
    headers: {
      authorization: `Bearer ${await on.product.token(typeof who === 'function' ? who(field) : who)}`,
    },
    body: JSON.stringify({ query: textOf(on, field) }),
  });
const byKey =
  (role: string): Asks =>
  (on, field) => ({
    ...basic(on.keys[role]?.id ?? '', on.keys[role]?.secret ?? ''),
    body: JSON.stringify({ query: textOf(on, field) }),
  });

/** A caller with what has to come of each field that they ask for; null where it is theirs to ask. */
interface Caller {
  readonly who: string;
  readonly asks: Asks;
  expects(field: Field): Expected | null;
}

const closed = ({ isChange }: Field): Expected => (isChange ? NOT_DONE : FORBIDDEN);
/** Refused by the part: the role could work on complaints, of another stream. */
const closedByPart = (): Expected => FORBIDDEN;
const isOnCase = ({ args, name }: Field) =>
  args.some((arg) => arg.name === 'id') && !/Group$|Absence$/.test(name);
const nothing: Expected = {
  ...says('"r":(\\{"(totalCount|lists|around)|\\[\\])'),
  never: /Zebra|"(totalCount|count|open|before|after)":[1-9]/i,
};

/** Of another service: nothing is there, and who works on what is not theirs to say. */
function ofAnotherService(field: Field): Expected {
  if (field.stream === 'ombudsman') return FORBIDDEN;
  if (!field.isChange) return nothing;
  if (isOnCase(field)) return says('(CASE|LETTER)_NOT_FOUND|There is no service');
  if (field.name.startsWith('record') && !field.name.endsWith('Absence')) return says('ROLE_NOT_PERMITTED');
  return field.name.startsWith('end') ? says('ABSENCE_NOT_FOUND') : FORBIDDEN;
}

/** Complained about: the complaint is not there, whatever else they may do in the stream. */
function ofWhomItIs(field: Field): Expected | null {
  if (field.stream === 'ombudsman') return null;
  if (!field.isChange) return nothing;
  if (isOnCase(field)) return says('(CASE|LETTER)_NOT_FOUND|There is no service');
  return /^assign\w+Complaints$/.test(field.name)
    ? says('"done":\\[\\],"refused":\\[\\{"code":"CASE_NOT_FOUND"')
    : null;
}

const CALLERS: readonly Caller[] = [
  {
    who: 'nobody',
    asks: (on, field) => ({ body: JSON.stringify({ query: textOf(on, field) }) }),
    expects: () => ({ status: 401, code: 'UNAUTHENTICATED' }),
  },
  { who: 'an analyst', asks: signedIn(person('analyst', 'ana')), expects: closed },
  { who: 'an auditor', asks: signedIn(person('auditor', 'aud')), expects: closed },
  { who: 'an administrator', asks: signedIn(person('admin', 'ada')), expects: closed },
  { who: 'a partner', asks: signedIn(person('partner', 'sid', { partner: 'another' })), expects: closed },
  { who: 'a key of the role officer', asks: byKey('officer'), expects: closed },
  { who: 'a key of the role manager', asks: byKey('manager'), expects: closed },
  { who: 'a key of the role admin', asks: byKey('admin'), expects: closed },
  {
    who: 'an officer of another stream',
    asks: signedIn(({ stream }) =>
      person('officer', 'adam', { streams: [stream === 'adults' ? 'schools' : 'adults'] }),
    ),
    expects: (field) => (field.stream === 'ombudsman' ? null : closedByPart()),
  },
  {
    who: 'a manager of another service',
    asks: signedIn(person('manager', 'mia', { services: ['highways'] })),
    expects: ofAnotherService,
  },
  {
    who: 'whom it is about',
    asks: signedIn(person('officer', 'dan', { streams: [...LIVE_STREAMS] })),
    expects: ofWhomItIs,
  },
];

/** A table of attacks on live complaints through the gateway: every field that casework opens, by everybody to whom it is closed. */
export const CASEWORK_ATTACKS: readonly Attack<Target>[] = CALLERS.flatMap(({ who, asks, expects }) =>
  FIELDS.flatMap((field) => {
    const expected = expects(field);
    return expected === null
      ? []
      : [
          {
            name: `${field.name}, asked by ${who}`,
            send: (on: Target) => asks(on, field),
            expects: expected,
          },
        ];
  }),
);
