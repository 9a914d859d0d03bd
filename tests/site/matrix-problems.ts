/** The routes of `registered` that the matrix does not list, and those that it lists and that are none, as sentences. */
export function matrixProblems(
  registered: readonly string[],
  matrix: Readonly<Record<string, unknown>>,
): string[] {
  const routes = new Set(registered);
  return [
    ...[...routes].filter((route) => !Object.hasOwn(matrix, route)).map((route) => `${route} is not listed`),
    ...Object.keys(matrix)
      .filter((route) => !routes.has(route))
      .map((route) => `${route} is listed, and there is no such route`),
  ];
}
