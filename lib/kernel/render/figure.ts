/** Plotly figures: as data, which JupyterLab draws, and in words. */
import { count, isPlain, type Forms, type Kind } from './forms';

interface Figure {
  data: readonly object[];
  layout: object;
  description?: unknown;
}

const parts = ['data', 'layout', 'frames', 'config', 'description'];

export const figure: Kind<Figure> = {
  knows(value): value is Figure {
    if (!isPlain(value) || !isPlain(value.layout) || !Array.isArray(value.data)) return false;
    if (!Object.keys(value).every((key) => parts.includes(key))) return false;
    return value.data.every(isPlain);
  },

  forms(value): Forms {
    const { description, ...drawn } = value;
    const config = { displaylogo: false, ...(drawn as { config?: object }).config };
    return {
      'text/plain': typeof description === 'string' && description ? description : figure.brief!(value),
      'application/vnd.plotly.v1+json': JSON.parse(JSON.stringify({ ...drawn, config }, numbers)) as object,
    };
  },

  brief({ data }): string {
    return `Plotly figure of ${count(data.length, 'trace')}`;
  },
};

/** Float32Array and its like are written as arrays. */
function numbers(_key: string, value: unknown): unknown {
  return ArrayBuffer.isView(value) && !(value instanceof DataView) ? Array.from(value as Float32Array) : value;
}
