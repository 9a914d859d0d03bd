/** A code of the schema as words among others: `FINANCIAL_YEAR` is "financial year". */
export const codeWords = (code: string): string => code.toLowerCase().replaceAll('_', ' ');
