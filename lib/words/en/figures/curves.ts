/** What figures of functions and series of numbers say. */
import { count, first, list, number } from '../numbers';

/** What is said of one curve; its ends and extremes are points that were drawn. */
export interface CurveWords {
  name: string;
  from: [x: number, y: number];
  to: [x: number, y: number];
  lowest: [x: number, y: number];
  highest: [x: number, y: number];
  /** How many points could not be drawn. */
  gaps: number;
}

const most = 6;

export const curves = {
  title: 'Curves',
  axes: ['x', 'y'] as const,
  hover: 'x = %{x:.4~g}: %{y:.4~g}',
  description: (all: readonly CurveWords[], log: string) =>
    `${count(all.length, 'curve')}${log && `, ${log === 'both' ? 'both axes' : `the ${log} axis`} in powers of ten`}. ` +
    all.slice(0, most).map(curve).join(' ') +
    (all.length > most ? ` Also ${list(first(all.slice(most).map(({ name }) => name), 8))}, ${all.length} in all.` : ''), // prettier-ignore
};

function curve({ name, from, to, lowest, highest, gaps }: CurveWords): string {
  const ends = `${name}: from ${number(from[1])} at ${number(from[0])} to ${number(to[1])} at ${number(to[0])}`;
  const beyond = [
    ...(lowest[1] < Math.min(from[1], to[1]) ? [`lowest ${number(lowest[1])} at ${number(lowest[0])}`] : []),
    ...(highest[1] > Math.max(from[1], to[1]) ? [`highest ${number(highest[1])} at ${number(highest[0])}`] : []),
    ...(gaps > 0 ? [`${count(gaps, 'point')} not drawn, being no finite number or not above 0 on an axis of powers`] : []),
  ]; // prettier-ignore
  return `${[ends, ...beyond].join('; ')}.`;
}
