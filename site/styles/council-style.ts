/** The council's own colour, for the style sheet that every page loads last. */
export const councilStyle = ({ colour }: { readonly colour: string }): string =>
  `:root { --council-colour: ${colour}; }\n`;
