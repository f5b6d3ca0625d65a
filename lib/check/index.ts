/** Exercises checked, questions asked: what a notebook says to a student about the student's own work. */
export { check, grade, hint } from './check';
export { predict, quiz } from './question';
