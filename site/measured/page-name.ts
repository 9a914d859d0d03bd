/** The route of a page, its parameters left out: `/complaints/:id` is `complaints/*`. */
export const pageNameOf = (route: string): string => route.slice(1).replaceAll(/:[^/]+/g, '*') || 'home';
