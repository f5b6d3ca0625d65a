/** Everything the library says to a student, in one language; a translation is one more folder beside en/. */
export { words } from './words/en/index';
