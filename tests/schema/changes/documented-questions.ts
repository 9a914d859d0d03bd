/** How pages and starters write questions: in a block, in a command's body, after `ask`, between backticks, and in Python's texts. */
export const QUESTION_PATTERNS = [
  /^```graphql\n((?:\{|query|mutation).*?)^```$/gms,
  /"query":"(.*?)"\}'/g,
  /ask '(\{.*?)'/gs,
  /`(\{ \w+(?:\(.*?\))? \{[^`]*)`/gs,
];
const IN_PYTHON = /"""\s*((?:\{|query\b|mutation\b).*?)"""/gs;

/** The questions in a text, as GraphQL. */
export const questionsIn = (text: string): string[] =>
  [...QUESTION_PATTERNS, IN_PYTHON]
    .flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []))
    .map((question) => question.replaceAll('\\"', '"'));
