/** What a person is called where a page or a file names them. */
export type NameOf = (subject: string) => string;

/** Where people sign in as themselves the site keeps no names beside their sessions: they are told by their subject. */
export const subjectAlone: NameOf = (subject) => subject;

/** The names of those who are known, and the subject of all others. */
export function namesOf(people: readonly { readonly subject: string; readonly name: string }[]): NameOf {
  const names = new Map(people.map(({ subject, name }) => [subject, name]));
  return (subject) => names.get(subject) ?? subject;
}
