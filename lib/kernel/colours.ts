/** Colours for the terminal codes that front ends draw: only those that can be read on a light and on a dark page. */

const reset = '\x1b[0m';

/** What went wrong. */
export const alarm = (text: string): string => `\x1b[1;31m${text}${reset}`;

/** Where it did. */
export const mark = (text: string): string => `\x1b[31m${text}${reset}`;

/** What only helps to find the place: green, as in Python's tracebacks, since cyan fades on white and blue on black. */
export const aside = (text: string): string => `\x1b[32m${text}${reset}`;
