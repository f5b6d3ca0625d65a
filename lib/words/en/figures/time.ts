/** What figures of time say: timelines and animations. */
import { count } from '../numbers';

export const timeline = {
  title: 'Timeline',
  axis: 'the pointer tells more of each event',
  year: 'year',
  label: (year: number, label: string) => `<b>${year}</b>  ${label}`,
  hover: (year: number, label: string, text: string) => `<b>${year}: ${label}</b>${text && `<br>${text}`}`,
  description: (events: readonly { year: number; label: string }[]) =>
    `${count(events.length, 'event')} from ${events[0]!.year} to ${events.at(-1)!.year}: ` +
    `${events.map(({ year, label }) => `${year} ${label}`).join('; ')}.`,
};

export const animation = {
  frame: (i: number) => String(i + 1),
  description: (frames: number, first: [label: string, words: string], last: [label: string, words: string]) =>
    `An animation of ${count(frames, 'frame')}. First, ${first[0]}: ${first[1]} Last, ${last[0]}: ${last[1]}`,
};
