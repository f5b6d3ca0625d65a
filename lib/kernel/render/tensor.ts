/** Tensors of tfjs: shape, dtype, a readable slice of the values, and a picture where they are one. */
import { escapeHtml } from '../../html';
import { className, has, shapeText, type Forms, type Kind } from './forms';
import { gridHtml } from './grid';
import { numberTexts, range } from './numbers';
import { pictureHtml } from './picture';
import { isWhole, sliceRows, sliceText, type Block } from './slice';

interface Tensor {
  shape: readonly number[];
  dtype: string;
  size: number;
  isDisposed: boolean;
  name?: unknown;
  dataSync(): ArrayLike<number | string>;
}

/** Reading copies the values; this many take a moment and some memory. */
const mostRead = 2e7;

export const tensor: Kind<Tensor> = {
  knows(value): value is Tensor {
    if (!has(value, 'dataSync')) return false;
    const { shape, dtype, isDisposed } = value as Partial<Tensor>;
    return Array.isArray(shape) && typeof dtype === 'string' && typeof isDisposed === 'boolean';
  },

  forms(value): Forms {
    const title = tensor.brief!(value);
    if (value.isDisposed) return { 'text/plain': title };
    if (value.size > mostRead) {
      return { 'text/plain': `${title}, too large to read at once: look at a part of it with its method slice` };
    }
    const { shape, dtype } = value;
    const data = value.dataSync();
    const block: Block = { shape, texts: (places) => texts(dtype, data, places) };
    const numeric = dtype === 'float32' || dtype === 'int32';
    const numbers = data as ArrayLike<number>;
    const summary = numeric && value.size > 0 ? range(numbers) : '';
    const caption = summary && (!isWhole(block) || /NaN|infinite/.test(summary)) ? `${title}, ${summary}` : title;
    const text = sliceText(block);
    const plain = `${caption}\n${text}`;
    const image = numeric || dtype === 'bool' ? pictureHtml(shape, dtype, numbers) : undefined;
    const table = (shape.length === 1 || shape.length === 2) && value.size > 0;
    if (!table && !image) return { 'text/plain': plain };
    const inside = table ? matrix(caption, block) : `<pre>${escapeHtml(text)}</pre>`;
    return {
      'text/html': image ? `<div>${image}</div>\n${folded(caption, inside)}` : inside,
      'text/plain': plain,
    };
  },

  brief(value): string {
    const name = typeof value.name === 'string' ? ` ${value.name}` : '';
    const gone = value.isDisposed ? ', disposed: its values are gone' : '';
    return `${className(value)}${name} ${shapeText(value.shape)} ${value.dtype}${gone}`;
  },
};

function folded(summary: string, html: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>\n${html}\n</details>`;
}

function matrix(caption: string, block: Block): string {
  const { columns, rows } = sliceRows(block);
  const line = block.shape.length === 1;
  return gridHtml({
    caption,
    columns: ['', ...columns].map((name) => ({ name, right: true })),
    rows: line ? rows.map(([, ...cells]) => ['', ...cells]) : rows,
  });
}

function texts(dtype: string, data: ArrayLike<number | string>, places: readonly number[]): string[] {
  if (dtype === 'string') return places.map((place) => quoted(String(data[place])));
  const numbers = data as ArrayLike<number>;
  if (dtype === 'bool') return places.map((place) => String(Boolean(numbers[place])));
  if (dtype !== 'complex64') return numberTexts(places.map((place) => numbers[place]!));
  const real = numberTexts(places.map((place) => numbers[2 * place]!));
  const imaginary = numberTexts(places.map((place) => numbers[2 * place + 1]!));
  return real.map((text, i) => `${text}${imaginary[i]!.startsWith('-') ? '' : '+'}${imaginary[i]!}i`);
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 39)}…` : text);
}
