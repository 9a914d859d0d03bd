import { isBlank, repeated } from '../procedure/checks/words';
import type { NextRoute } from '../procedure/events';
import { BASES } from '../procedure/law';
import type { LiveProcedure, StageVersion } from '../procedure/stage-version';
import {
  LETTER_KINDS,
  type LetterKind,
  type LetterTemplate,
  type StandardParagraph,
  TOLD_EVENT,
} from './letter';
import { placeholderOf } from './placeholders';
import { PLACEHOLDER } from './write-letter';

/** What a letter of each kind has to say, because law, code or policy asks for it: each with its source. */
const ASKED: Readonly<Record<LetterKind, readonly string[]>> = {
  ACKNOWLEDGEMENT: ['DEFINITION'],
  PLAN: ['PLAN'],
  EXTENSION: ['NEW_DAY', 'REASON'],
  ANSWER: ['CONCLUSION', 'EXPLANATION', 'FINDINGS', 'PROMISES', 'NEXT'],
  REFUSAL: ['REASON', 'NEXT'],
  NEXT_STAGE: ['NEXT_STEPS'],
  PANEL: ['MEETING'],
};

/** The names under which texts tell of outside bodies. */
const BODIES: Readonly<Record<NextRoute, string>> = { LGSCO: '{lgsco}', HOUSING: '{housing}', DFE: '{dfe}' };

/** Everything that is wrong with the letters of a stream, a sentence each, all at once; empty where they are sound. */
export function checkLetters(templates: readonly LetterTemplate[], procedure: LiveProcedure): string[] {
  const ofLetters = templates.flatMap((template) =>
    [...checkStage(template, procedure), ...checkParagraphs(template)].map(
      (problem) => `${nameOf(template)}: ${problem}`,
    ),
  );
  const twice = repeated(templates.map(nameOf)).map((name) => `${name}: there are two`);
  return [...twice, ...ofLetters].map((problem) => `${procedure.stream}: ${problem}.`);
}

const nameOf = ({ kind, stage, inForceFrom }: LetterTemplate): string =>
  `the letter ${kind} of stage ${stage} from ${inForceFrom}`;

/** A letter belongs to a version of a stage that has what the letter tells of, and tells where that leads. */
function checkStage(template: LetterTemplate, { stages }: LiveProcedure): string[] {
  const { kind, stage, inForceFrom } = template;
  if (!LETTER_KINDS.includes(kind)) return [`${kind} is no kind of letter`];
  const version = stages.find((one) => one.stage === stage && one.inForceFrom === inForceFrom);
  if (version === undefined) return [`there is no stage ${stage} from ${inForceFrom}`];
  const told = TOLD_EVENT[kind];
  // A request for the next stage is told of from there.
  const where = kind === 'NEXT_STAGE' ? stages.filter((one) => one.stage === stage - 1) : [version];
  const has = where.some(({ events }) => events.some(({ event }) => event === told));
  return [...(has ? [] : [`it tells of ${told}, which the stage has not`]), ...checkNext(template, version)];
}

/** An answer tells each way on. */
function checkNext({ kind, paragraphs }: LetterTemplate, { next }: StageVersion): string[] {
  if (kind !== 'ANSWER') return [];
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
  return next.flatMap((one) => {
    const says = typeof one === 'number' ? `stage ${one}` : BODIES[one];
    return text.includes(says) ? [] : [`it does not tell of ${says}, where the complainant may go`];
  });
}

function checkParagraphs({ kind, subject, paragraphs }: LetterTemplate): string[] {
  const asked = ASKED[kind] ?? [];
  const missing = asked.filter((part) => !paragraphs.some((one) => one.part === part));
  return [
    ...missing.map((part) => `it has no paragraph ${part}, which is asked for`),
    ...repeated(paragraphs.map(({ part }) => part)).map((part) => `it has two paragraphs ${part}`),
    ...unknownIn(subject).map((name) => `its subject names {${name}}, which is no fact`),
    ...paragraphs.flatMap((one) =>
      checkParagraph(one, asked.includes(one.part)).map((problem) => `the paragraph ${one.part} ${problem}`),
    ),
  ];
}

function checkParagraph({ part, text, source }: StandardParagraph, isAsked: boolean): string[] {
  const tellsOfBody = Object.values(BODIES).some((body) => text.includes(body));
  return [
    ...(/^[A-Z][A-Z_]*$/.test(part) ? [] : ['has no name in capitals']),
    ...(isBlank(text) ? ['says nothing'] : []),
    ...unknownIn(text).map((name) => `names {${name}}, which is no fact`),
    ...(source === null && (isAsked || tellsOfBody) ? ['has no source, though it is asked for'] : []),
    ...(source === null ? [] : checkSource(source)),
  ];
}

function checkSource({ law, paragraph, basis }: NonNullable<StandardParagraph['source']>): string[] {
  if (isBlank(law)) return ['names no law'];
  if (isBlank(paragraph)) return [`names no paragraph of ${law}`];
  return BASES.includes(basis) ? [] : [`rests on ${basis}, which is no basis`];
}

const unknownIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)]
    .map(({ groups }) => groups?.name ?? '')
    .filter((name) => placeholderOf(name) === null);
