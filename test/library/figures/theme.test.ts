/** Legible on a light page and on a dark one, in every eye; and what all figures have in common. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { autograd, data, figures, scratch } from '../../../lib/index';
import { colors, dashes, palette, symbols } from '../../../lib/figures/theme';
import type { Figure, FigureOptions } from '../../../lib/types';
import { inRoot } from '../../support/paths';
import { expectNoLeakedTensors } from '../../support/tensors';

const pages = { light: '#ffffff', dark: '#111111' }; // JupyterLab's

/** The contrast of two colours, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const gate = data.gate('xor');
const unit = scratch.unit({ weights: [1, -1], threshold: 1 });
const bowl: scratch.Surface = ([x, y]) => x! ** 2 + y! ** 2;
const catalogue: Record<string, (options?: FigureOptions) => Figure> = {
  points: (options) => figures.points(gate, options),
  decisionBoundary: (options) => figures.decisionBoundary(unit, gate, options),
  network: (options) => figures.network(unit, options),
  graph: (options) => figures.graph(autograd.value(2, 'a').mul(3), options),
  history: (options) => figures.history({ loss: [2, 1] }, options),
  images: (options) => figures.images([[0, 1, 1, 0]], options),
  animation: (options) => figures.animation([figures.points(gate), figures.points(gate)], options),
  calibration: (options) => figures.calibration([0.9, 0.2, 0.4], [1, 0, 1], options),
  confusion: (options) => figures.confusion(unit, gate, options),
  curves: (options) => figures.curves({ tanh: scratch.tanh, gap: [1, NaN] }, options),
  embeddings: (options) => figures.embeddings([[1, 2], [3, 4]], { labels: ['a', 'b'], ...options }), // prettier-ignore
  heatmap: (options) => figures.heatmap([[1, -2]], options),
  histogram: (options) => figures.histogram([1, 2, 2], options),
  lossSurface: (options) => figures.lossSurface(bowl, { paths: { gd: scratch.gradientDescent(bowl, [1, 1]) }, ...options }), // prettier-ignore
  roc: (options) => figures.roc([0.1, 0.4, 0.3], [0, 1, 1], options),
  som: (options) => figures.som([[[0, 1], [1, 1]]], { xs: [[0, 0]], ...options }), // prettier-ignore
  timeline: (options) => figures.timeline([{ year: 1957, label: 'Perceptron' }], options),
};

describe('the theme', () => {
  it('knows what contrast is', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2); // WCAG's own well-known near miss
  });

  it.each(Object.entries(pages))('writes text with a contrast of 3.9 or more on a %s page', (_, page) => {
    expect(contrast(colors.text, page)).toBeGreaterThanOrEqual(3.9);
  });

  it.each(Object.entries(pages))('draws points and lines with a contrast of 3 or more on a %s page', (_, page) => {
    for (const color of [...palette, colors.positive, colors.negative, colors.fires, colors.silent]) {
      expect(contrast(color, page), color).toBeGreaterThanOrEqual(3);
    }
  });

  it('writes in circles and on lines with a contrast of 3.9 or more', () => {
    for (const color of [colors.fires, colors.silent, colors.positive, colors.negative]) {
      expect(contrast(colors.onNode, color), color).toBeGreaterThanOrEqual(3.9);
    }
  });

  it('has a shape and a dash of its own for each colour', () => {
    for (const list of [palette, symbols, dashes]) expect(new Set(list).size).toBe(palette.length);
  });

  it('is the only file that names a colour', () => {
    for (const file of readdirSync(inRoot('lib', 'figures')).filter((name) => name !== 'theme.ts')) {
      expect(readFileSync(inRoot('lib', 'figures', file), 'utf8'), file).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i);
    }
  });
});

describe.each(Object.entries(catalogue))('figures.%s', (name, make) => {
  interface Layout {
    title: { text: string };
    width?: number;
    height: number;
    xaxis: { title: { text: string } };
    paper_bgcolor: string;
    font: { color: string };
  }
  const layout = (options?: FigureOptions) => make(options).layout as Layout;

  it('has a title, an axis label, a description and a transparent page', () => {
    const figure = make();
    expect(layout().title.text).toMatch(/\w/);
    expect(layout().xaxis.title.text).toMatch(/\w|₁/);
    expect(layout().paper_bgcolor).toBe('rgba(0, 0, 0, 0)');
    expect(layout().font.color).toBe(colors.text);
    expect(figure.description).toMatch(/\d.*\.$/);
  });

  it("takes the student's own title and size", () => {
    const own = layout({ title: 'Mine', width: 300, height: 200 });
    expect([own.title.text, own.width, own.height]).toEqual(['Mine', 300, 200]);
    expect(layout()).not.toHaveProperty('width');
  });

  it('is plain data: JSON and back changes nothing', () => {
    const figure = make();
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  it('leaves no tensor, and is the same each time', () => {
    expect(expectNoLeakedTensors(make)).toEqual(make());
  });

  it('refuses other titles and sizes', () => {
    expect(() => make({ height: -1 })).toThrow(
      `figures.${name}: expected height to be a whole number from 50 to 10000, got -1`,
    );
    expect(() => make({ width: NaN })).toThrow(`figures.${name}: expected width to be a whole number`);
    expect(() => make({ title: 3 as unknown as string })).toThrow(
      `figures.${name}: expected title to be a text, got 3`,
    );
  });
});

describe('a legend', () => {
  const legend = (figure: Figure) => (figure.layout as { legend: { orientation: string } }).legend;

  it('stands under the title as long as it does not reach it, else at the right', () => {
    const curves = (names: string[]) => figures.curves(Object.fromEntries(names.map((name) => [name, [1, 2]])));
    expect(legend(curves(['loss', 'val_loss']))).toMatchObject({ orientation: 'h', y: 1, yanchor: 'bottom' });
    const long = Array.from({ length: 10 }, (_, i) => `class ${i} (area 0.999)`);
    expect(legend(curves(long))).toMatchObject({ orientation: 'v', x: 1.02, y: 1, yanchor: 'top' });
  });
});
