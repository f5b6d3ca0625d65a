/** What the frames of an animation share: ranges of axes and of colours that hold all of them. */
import { greatest, least } from './series';
import { fine } from './theme';

/** What is looked at of a trace. */
export interface TraceLike {
  type?: string;
  x?: unknown;
  y?: unknown;
  z?: unknown;
  width?: unknown;
  zmin?: number;
  zmax?: number;
}

/** What is looked at of an axis. */
export interface AxisLike {
  type?: string;
  range?: unknown;
  autorange?: unknown;
  visible?: boolean;
  rangemode?: string;
}

/** The axis with a range that holds `traces`; as it is where it has one, or they are not numbers. */
export function fixedAxis(axis: AxisLike | undefined, along: 'x' | 'y' | 'z', traces: readonly TraceLike[]): AxisLike {
  if (axis?.range !== undefined) return axis;
  const ends = traces.flatMap((trace) => endsOf(trace, along));
  const log = axis?.type === 'log';
  const drawn = log ? ends.filter((end) => end > 0).map(Math.log10) : ends;
  if (drawn.length === 0) return axis ?? {};
  const tiles = traces.every(({ type }) => type === 'heatmap' || type === 'contour');
  const zero = axis?.rangemode === 'tozero';
  const [from, to] = [Math.min(least(drawn), zero ? 0 : Infinity), Math.max(greatest(drawn), zero ? 0 : -Infinity)];
  const margin = tiles ? 0 : 0.06 * (to - from || 1);
  const range = [zero && from === 0 ? 0 : fine(from - margin), fine(to + margin)];
  const { autorange, ...rest } = axis ?? {};
  return { ...rest, range: autorange === 'reversed' ? range.reverse() : range };
}

/** The numbers of a trace along an axis; tiles end half a step beyond their middles, bars at 0. */
function endsOf(trace: TraceLike, along: 'x' | 'y' | 'z'): number[] {
  const flat = finiteOf(trace[along]);
  if (trace.type === 'heatmap' || trace.type === 'contour') {
    const rows = trace.z as unknown[][];
    const middles =
      flat.length > 0 ? flat : Array.from({ length: along === 'x' ? rows[0]!.length : rows.length }, (_, i) => i);
    const half =
      trace.type === 'contour' || middles.length < 2
        ? 0.5 * Number(middles.length < 2)
        : (middles[1]! - middles[0]!) / 2;
    return [least(middles) - Math.abs(half), greatest(middles) + Math.abs(half)];
  }
  if (trace.type === 'bar') {
    if (along === 'y') return [0, ...flat];
    const half = typeof trace.width === 'number' ? trace.width / 2 : 0.5;
    return flat.flatMap((middle) => [middle - half, middle + half]);
  }
  return flat;
}

function finiteOf(values: unknown): number[] {
  return Array.isArray(values)
    ? (values.flat() as unknown[]).filter((value): value is number => Number.isFinite(value))
    : [];
}

/** The traces of all frames with, place by place, one range of colours. */
export function sharedColors(frames: readonly (readonly TraceLike[])[]): TraceLike[][] {
  return frames.map((traces) =>
    traces.map((trace, place) => {
      if (trace.zmin === undefined || trace.zmax === undefined) return trace;
      const all = frames.map((others) => others[place]!);
      return { ...trace, zmin: least(all.map(({ zmin }) => zmin!)), zmax: greatest(all.map(({ zmax }) => zmax!)) };
    }),
  );
}
