/** Takes lines that are not there any more when it is run. */
interface Given {
  readonly one: string;
  readonly other: string;
}

/** Another. */
type Words = Pick<Given, 'one'>;

/** An error that knows where in this file it was made. */
export function failing({ one }: Words = { one: 'No.' }): Error {
  // On the line that the test names.
  return new Error(one);
}
