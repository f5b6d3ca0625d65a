/** Arrays of numbers: a line, or a matrix with its columns aligned. */
import { count, type Forms, type Kind } from './forms';
import { numberTexts } from './numbers';
import { isWhole, sliceText } from './slice';

type Numbers = readonly number[];

/** An array of numbers. */
export const line: Kind<Numbers> = {
  knows: (value): value is Numbers => isLine(value),

  forms(value): Forms {
    return { 'text/plain': text([value.length], (place) => value[place]!, count(value.length, 'number')) };
  },
};

/** An array of arrays of numbers, all of one length. */
export const matrix: Kind<readonly Numbers[]> = {
  knows(value): value is readonly Numbers[] {
    if (!Array.isArray(value) || value.length === 0) return false;
    const width = (value[0] as { length?: unknown } | undefined)?.length;
    for (let i = 0; i < value.length; i += 1) {
      if (!isLine(value[i]) || (value[i] as Numbers).length !== width) return false;
    }
    return true;
  },

  forms(value): Forms {
    const [height, width] = [value.length, value[0]!.length];
    const number = (place: number) => value[Math.floor(place / width)]![place % width]!;
    return { 'text/plain': text([height, width], number, `${count(height)} × ${count(width, 'number')}`) };
  },
};

function isLine(value: unknown): value is Numbers {
  if (!Array.isArray(value) || value.length === 0) return false;
  for (let i = 0; i < value.length; i += 1) if (typeof value[i] !== 'number') return false;
  return true;
}

/** How many there are is said where they can't be counted at a glance; that they are rounded, where they are. */
function text(shape: number[], number: (place: number) => number, size: string): string {
  let rounded = false;
  const texts = (places: readonly number[]) => {
    const written = numberTexts(places.map(number));
    rounded ||= written.some((one, i) => !Object.is(Number(one), number(places[i]!)));
    return written;
  };
  const block = { shape, texts };
  const slice = sliceText(block);
  const heading = [...(isWhole(block) && shape.length === 1 ? [] : [size]), ...(rounded ? ['rounded'] : [])];
  return heading.length === 0 ? slice : `${heading.join(', ')}\n${slice}`;
}
