import { dayWords } from '../../../../../domain/figures/days';
import { CASE_COMMANDS } from '../../../../operations/case-commands.generated';
import { CAUSE_WORDS, END_WORDS } from '../../learning-words';
import type { CaseSeen } from '../case-seen';
import { anyOf, choose, chooseIf, chooseNumber, oneOf } from '../fields/choices';
import { byDay, byDayIf, onDay } from '../fields/days';
import { person } from '../fields/people';
import { words, wordsIf } from '../fields/words';
import { caseForm } from './case-form';

const openPromises = ({ live, services }: CaseSeen) =>
  live.promises
    .filter(({ keptOn, droppedOn }) => keptOn === null && droppedOn === null)
    .map(({ place, dueOn, owner, serviceId }) => ({
      value: String(place),
      text: `Due ${dayWords(dueOn)}, for ${owner ?? serviceName(services, serviceId)} (entry ${place})`,
    }));

const openRecommendations = ({ live, services }: CaseSeen) =>
  live.recommendations
    .filter(({ became }) => became === null || became === 'AGREED')
    .map(({ place, serviceId }) => ({
      value: String(place),
      text: `For ${serviceName(services, serviceId)} (entry ${place})`,
    }));

const serviceName = (services: CaseSeen['services'], id: string | null): string =>
  services.find(({ value }) => value === id)?.text ?? id ?? 'nobody';

const thePromise = chooseNumber<CaseSeen>('Which promise', {
  ...{ missing: 'Choose the promise.', items: openPromises },
});
const owner = person('Who sees to it', 'The name that they sign in with');

/** Promises, causes and recommendations of an answer. */
export const byLearning = {
  promiseAction: caseForm('PROMISE', CASE_COMMANDS.promiseAction, {
    action: words('What is promised', {
      missing: 'Write what is promised.',
      hint: 'As the complainant was told',
    }),
    dueOn: byDay('By when', {
      what: 'the day by which it is to be done',
      hint: 'As the complainant was told',
    }),
    owner,
    serviceId: chooseIf('Or the service that is to do it', {
      ...{ none: 'A person, as above', items: ({ services }) => services },
    }),
  }),
  completeAction: caseForm('KEEP_PROMISE', CASE_COMMANDS.completeAction, {
    promise: thePromise,
    evidence: words('What shows that it was done', { missing: 'Say what shows that it was done.' }),
    on: onDay('The day on which it was done'),
  }),
  moveAction: caseForm('MOVE_PROMISE', CASE_COMMANDS.moveAction, {
    promise: thePromise,
    to: byDay('The new day', { what: 'the new day', hint: 'One that is late already stays late in figures' }),
    reason: words('Why', { missing: 'Say why it has another day.' }),
  }),
  dropAction: caseForm('DROP_PROMISE', CASE_COMMANDS.dropAction, {
    promise: thePromise,
    reason: words('Why', { missing: 'Say why it is given up.' }),
  }),
  nameCauses: caseForm('NAME_CAUSES', CASE_COMMANDS.nameCauses, {
    causes: anyOf('What was behind it', {
      ...{
        words: CAUSE_WORDS,
        hint: 'All of it, by the latest answer, in place of what was named before. None, where nothing was',
      },
    }),
  }),
  recommendImprovement: caseForm('RECOMMEND', CASE_COMMANDS.recommendImprovement, {
    recommendation: words('What is to improve', { missing: 'Write what is to improve.' }),
    serviceId: choose('The service that is to improve', {
      ...{ missing: 'Choose the service.', items: ({ services }) => services },
    }),
    owner,
    dueOn: byDayIf('By when, where a day is set', { what: 'the day by which it is to be done' }),
  }),
  followRecommendation: caseForm('FOLLOW_RECOMMENDATION', CASE_COMMANDS.followRecommendation, {
    recommendation: chooseNumber('Which recommendation', {
      ...{ missing: 'Choose the recommendation.', items: openRecommendations },
    }),
    became: oneOf('What becomes of it', { words: END_WORDS, missing: 'Choose what becomes of it.' }),
    reason: wordsIf('Why, or what shows it', 'Needed where it is not to be done'),
    on: onDay('The day of that'),
  }),
} as const;
