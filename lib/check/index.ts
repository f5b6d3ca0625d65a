/** Exercises checked, questions asked: what a notebook says to a student about the student's own work. */
export { check, grade } from './check';
export { hint } from './hint';
export { progress } from './progress';
export { predict, quiz } from './question';
export { solution } from './solution';
