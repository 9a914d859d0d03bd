import { type DictionarySources, dictionaries } from '../dictionary/read-dictionary';
import { dictionaryCsv, dictionaryJson } from '../dictionary/write-dictionary';
import { refuseToChange } from '../entrance/refusal';
import { answerTagged } from '../entrance/tagged-answer';
import type { GuardedDoor } from './door';

const FILES = {
  '/dictionary.json': { type: 'application/json; charset=utf-8', write: dictionaryJson },
  '/dictionary.csv': { type: 'text/csv; charset=utf-8; header=present', write: dictionaryCsv },
} as const;

const isFile = (path: string): path is keyof typeof FILES => Object.hasOwn(FILES, path);

/**
 * `GET /dictionary.json` and `.csv`: what figures, records, codes and fields mean, for whoever is signed in: to partners, what their
 * contract holds.
 */
export function dictionaryDoor(sources: DictionarySources): GuardedDoor {
  const dictionaryOf = dictionaries(sources);
  return {
    isOpen: false,
    matches: isFile,
    maxBodyBytes: 0,
    async answer({ request, response, caller }) {
      refuseToChange(response, request.method);
      const [path = ''] = (request.url ?? '').split('?');
      const { type, write } = FILES[isFile(path) ? path : '/dictionary.json'];
      const dictionary = await dictionaryOf(caller);
      answerTagged({ request, response }, caller.identity, { type, body: write(dictionary) });
    },
  };
}
