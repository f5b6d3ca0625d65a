/** A figure of curves as a small SVG: JupyterLab's Plotly draws an output once, and never what replaces it. */
import { colors } from '../figures/theme';
import { escapeHtml } from '../html';
import type { Figure } from '../types';

/** One curve, as far as a sketch shows it. */
interface Curve {
  name: string;
  x: number[];
  y: (number | null)[];
  line: { color: string; dash?: string; width?: number };
}

/** What a sketch takes from Plotly's layout. */
interface Frame {
  title: { text: string };
  xaxis: { range: [number, number]; title: { text: string } };
}

type Point = [x: number, y: number];

const [width, height] = [800, 420];
const room = { left: 60, right: 20, top: 110, bottom: 50 };
const dashArrays: Record<string, string> = { dash: '9 6', dot: '2 4', dashdot: '9 5 2 5', longdash: '16 6' };

/** The curves of `figure`, whose state is told by `lines`, as HTML. */
export function sketch({ data, layout }: Figure, lines: readonly string[]): string {
  const curves = data as Curve[];
  const { title, xaxis } = layout as Frame;
  const values = curves.flatMap(({ y }) => y.filter((value) => value !== null));
  const ticks = ticksOf(Math.min(0, ...values), Math.max(...values, values.length > 0 ? -Infinity : 1));
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const [from, to] = xaxis.range;
  const across = (x: number) => room.left + ((x - from) / (to - from)) * (width - room.left - room.right);
  const down = (y: number) => height - room.bottom - ((y - low) / (high - low)) * (height - room.top - room.bottom);

  const parts = [
    text(room.left, 26, title.text, 16),
    ...lines.map((line, i) => text(room.left, 48 + 17 * i, line, 12)),
    ...ticks.flatMap((tick) => [
      `<path d="M${room.left} ${at(down(tick))}H${width - room.right}" stroke="${colors.grid}"/>`,
      text(room.left - 8, down(tick) + 4, String(Number(tick.toPrecision(4))), 12, 'end'),
    ]),
    ...ticksOf(from, to)
      .filter((tick) => tick <= to)
      .map((tick) => text(across(tick), height - room.bottom + 18, String(tick), 12, 'middle')),
    text((room.left + width) / 2, height - 8, xaxis.title.text, 13, 'middle'),
    ...curves.map((curve) => path(curve, across, down)),
    ...curves.map((curve, i) => legend(curve, room.left + lengthOf(curves.slice(0, i)))),
  ];
  const box = `viewBox="0 0 ${width} ${height}" style="max-width: ${width}px; width: 100%"`;
  const font = 'font-family="Open Sans, verdana, arial, sans-serif"';
  return `<svg ${box} ${font} role="img" aria-label="${escapeHtml(lines.filter(Boolean).join('. '))}">${parts.join('')}</svg>`;
}

function path({ x, y, line }: Curve, across: (x: number) => number, down: (y: number) => number): string {
  const points = x.map((x, i): Point | undefined => {
    const value = y[i] ?? undefined; // NaN and infinities stand as null, as in JSON
    return value === undefined ? undefined : [across(x), down(value)];
  });
  const steps = points.map((point, i) => point && `${points[i - 1] ? 'L' : 'M'}${point.map(at).join(' ')}`);
  const first = points.find((point) => point !== undefined);
  // A path of one point has no length, and would not be seen.
  const dot =
    points.length === 1 && first
      ? `<circle cx="${at(first[0])}" cy="${at(first[1])}" r="3" fill="${line.color}"/>`
      : '';
  return `<path d="${steps.filter(Boolean).join('')}" fill="none" ${stroke(line)}/>${dot}`;
}

/** How much room the names of these curves take, at some 7 pixels a letter. */
function lengthOf(curves: readonly Curve[]): number {
  return curves.reduce((sum, { name }) => sum + 60 + 7 * name.length, 0);
}

function legend({ name, line }: Curve, x: number): string {
  return `<path d="M${x} 87H${x + 28}" ${stroke(line)}/>${text(x + 34, 91, name, 12)}`;
}

function stroke({ color, dash = '', width = 2 }: Curve['line']): string {
  const pattern = dashArrays[dash];
  return `stroke="${color}" stroke-width="${width}"${pattern ? ` stroke-dasharray="${pattern}"` : ''}`;
}

function text(x: number, y: number, content: string, size: number, anchor = 'start'): string {
  const style = `font-size="${size}" fill="${colors.text}" text-anchor="${anchor}"`;
  return `<text x="${at(x)}" y="${at(y)}" ${style}>${escapeHtml(content)}</text>`;
}

/** Round numbers, four to nine of them, from one that is at most `low` to one that is at least `high`. */
function ticksOf(low: number, high: number): number[] {
  const rough = (high - low || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((times) => times * power >= rough * 0.999)!;
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9));
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A place, as fine as a screen. */
function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}
