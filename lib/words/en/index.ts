/** The library's words in English. */
import { tensorflow } from './tensorflow';

export const words = { tensorflow };
