import type { Asking, Gateway } from '../gateway/gateway';

interface Kept<Answer> {
  readonly answer: Answer;
  readonly untilMillis: number;
}

/** What people were told last: whose that is goes by their token, so that one who may see less is never told what another sees. */
export interface KeptShortly<Answer> {
  last(gateway: Gateway, asking: Asking, what?: string): Answer | null;
  keep(gateway: Gateway, asking: Asking, answer: Answer, what?: string): void;
  forget(gateway: Gateway, asking: Asking, what?: string): void;
}

/** Keeps answers for some time, those of the `most` people who were told last. */
export function keptShortly<Answer>({
  keptMillis,
  most,
}: {
  readonly keptMillis: number;
  readonly most: number;
}): KeptShortly<Answer> {
  const kept = new WeakMap<Gateway, Map<string, Kept<Answer>>>();
  const of = (gateway: Gateway) => {
    const people = kept.get(gateway) ?? new Map<string, Kept<Answer>>();
    kept.set(gateway, people);
    return people;
  };
  const nameOf = ({ accessToken }: Asking, what: string) => `${what} ${accessToken}`;
  const forget: KeptShortly<Answer>['forget'] = (gateway, asking, what = '') => {
    of(gateway).delete(nameOf(asking, what));
  };
  return {
    forget,
    last(gateway, asking, what = '') {
      const found = of(gateway).get(nameOf(asking, what));
      return found !== undefined && found.untilMillis > performance.now() ? found.answer : null;
    },
    keep(gateway, asking, answer, what = '') {
      // Whoever was told last stands last.
      forget(gateway, asking, what);
      const people = of(gateway);
      people.set(nameOf(asking, what), { answer, untilMillis: performance.now() + keptMillis });
      const [oldest] = people.keys();
      if (people.size > most && oldest !== undefined) people.delete(oldest);
    },
  };
}
