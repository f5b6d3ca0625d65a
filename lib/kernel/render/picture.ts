/** Tensors that are pictures: grey or coloured, of a picture's size, with a picture's values. */
import type { Pixels } from './png';
import { png } from './png';

const [smallest, largest] = [8, 512];

/** The picture as an HTML image, small ones with their pixels enlarged; undefined if the values make none. */
export function pictureHtml(shape: readonly number[], dtype: string, values: ArrayLike<number>): string | undefined {
  const pixels = picture(shape, dtype, values);
  if (!pixels) return undefined;
  const { width, height } = pixels;
  const factor = Math.max(1, Math.floor(192 / Math.max(width, height)));
  const style = [
    `width: ${width * factor}px`,
    'max-width: 100%',
    'height: auto',
    'image-rendering: pixelated',
    'border: 1px solid var(--jp-border-color1, #80808080)',
  ];
  const source = `data:image/png;base64,${png(pixels).toString('base64')}`;
  return `<img alt="the tensor as a picture of ${height} × ${width} pixels" style="${style.join('; ')}" src="${source}">`;
}

/** The values as pixels, 0 black and the most that a pixel can be white. */
export function picture(shape: readonly number[], dtype: string, values: ArrayLike<number>): Pixels | undefined {
  const [height = 0, width = 0, channels = 1] = shape;
  if (shape.length < 2 || shape.length > 3 || (channels !== 1 && channels !== 3)) return undefined;
  if (Math.min(height, width) < smallest || Math.max(height, width) > largest) return undefined;
  // A long, narrow matrix is rather a table than a picture.
  if (shape.length === 2 && Math.max(height, width) > 4 * Math.min(height, width)) return undefined;
  let [min, max] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i += 1) {
    if (!(values[i]! >= 0 && values[i]! <= 255)) return undefined; // NaN, too
    if (values[i]! < min) min = values[i]!;
    if (values[i]! > max) max = values[i]!;
  }
  if (min === max || (dtype === 'float32' && max > 1) || !['float32', 'int32', 'bool'].includes(dtype)) {
    return undefined;
  }
  const scale = max > 1 ? 1 : 255;
  const bytes = Uint8Array.from({ length: values.length }, (_, i) => Math.round(values[i]! * scale));
  return { width, height, channels, bytes };
}
