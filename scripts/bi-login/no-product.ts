/** Says that no product has ever run where a login is asked for. */
export const noProductIn = (where: string): string =>
  `There is no product’s database in ${where}. Start the product first, or write DATA_DIR=… as for npm start.`;
