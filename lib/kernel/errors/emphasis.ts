/** Emphasis for the terminal codes that front ends draw. */

/**
 * Bold, and no colour: JupyterLab puts errors on pale red or, in its dark theme, on dark red, where the red and the green
 * of terminals can hardly be read.
 */
export const strong = (text: string): string => `\x1b[1m${text}\x1b[0m`;
