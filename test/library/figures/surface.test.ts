/** Loss surfaces and the descents on them. */
import { describe, expect, it } from 'vitest';
import { figures, scratch } from '../../../lib/index';
import type { Figure } from '../../../lib/types';
import { expectGolden } from '../../support/golden';
import { notFinite } from '../../support/tensors';

interface Ground {
  type: string;
  x: number[];
  y: number[];
  z: (number | null)[][];
  customdata: (number | null)[][];
  colorbar: { tickvals: number[]; ticktext: string[] };
  contours: Record<'start' | 'end' | 'size', number>;
}
interface Path {
  type: string;
  name: string;
  x: (number | null)[];
  y: number[];
  z?: (number | null)[];
  hovertext: string[];
}
const ground = (figure: Figure) => figure.data[0] as Ground;
const paths = (figure: Figure) => figure.data.slice(1) as Path[];

const bowl: scratch.Surface = ([x, y]) => x! ** 2 + 3 * y! ** 2;
const valley: scratch.Surface = ([x, y]) => (1 - x!) ** 2 + 100 * (y! - x! ** 2) ** 2;
const descent = scratch.gradientDescent(bowl, [-4, 3], { steps: 3 });

describe('figures.lossSurface', () => {
  it('is drawn as it was, from above and in space', () => {
    const options = { x: [-4, 4], y: [-2, 4], resolution: 5, paths: { gd: descent } } as const;
    expectGolden('loss-contour', figures.lossSurface(bowl, options));
    expectGolden('loss-surface', figures.lossSurface(bowl, { ...options, kind: 'surface' }));
  });

  it('asks the loss at every point of the grid, edges included, and draws its answer there', () => {
    const { x, y, z } = ground(figures.lossSurface(bowl, { x: [-1, 3], y: [0, 2], resolution: 9 }));
    expect([x[0], x.at(-1), y[0], y.at(-1)]).toEqual([-1, 3, 0, 2]);
    z.forEach((row, r) => row.forEach((loss, c) => expect(loss).toBeCloseTo(bowl([x[c]!, y[r]!]), 2)));
  });

  it('draws powers of ten where losses span decades, marks them by the losses, and keeps these for the pointer', () => {
    const { z, customdata, colorbar, contours } = ground(
      figures.lossSurface(valley, { x: [-2, 2], y: [-1, 3], resolution: 30 }),
    );
    customdata.forEach((row, r) => row.forEach((loss, c) => expect(z[r]![c]).toBeCloseTo(Math.log10(loss!), 2)));
    colorbar.ticktext.forEach((text, i) => expect(Math.log10(Number(text))).toBeCloseTo(colorbar.tickvals[i]!, 6));
    expect(contours).toMatchObject({ size: 0.5, end: expect.closeTo(Math.log10(2509), 3) as number });
    expect(ground(figures.lossSurface(bowl)).colorbar.ticktext).toContain('60');
    const inPowers = ground(figures.lossSurface(bowl, { log: true, resolution: 11 }));
    expect(inPowers.z.flat()).not.toContain(null);
    expect(Math.min(...inPowers.z.flat().map(Number))).toBe(0); // the loss 0 is drawn as the next one, 1
    const plain = ground(figures.lossSurface(valley, { log: false, resolution: 11 }));
    expect(plain.z).toEqual(plain.customdata);
  });

  it('draws each step of each path at its place, and what it found there', () => {
    const figure = figures.lossSurface(bowl, { paths: { gd: descent, mine: [[0, 1], [1, 1]] } }); // prettier-ignore
    const [gd, mine] = paths(figure);
    expect(gd!.x).toHaveLength(4);
    expect([gd!.x[0], gd!.y[0]]).toEqual([-4, 3]);
    expect([mine!.name, mine!.x, mine!.y]).toEqual(['mine', [0, 1], [1, 1]]); // prettier-ignore
    expect(mine!.hovertext[1]).toBe('mine, step 1: loss 4<br>at (1, 1)');
    expect(figure.description).toContain('gd: from 43 to');
    expect(figure.description).toContain('mine: from 3 to 4 in 1 step.');
    expect(paths(figures.lossSurface(bowl, { paths: descent as unknown as figures.Paths }))[0]!.name).toBe('path');
  });

  it('in space, sets a path on the surface and leaves out what is outside; from above it goes on', () => {
    const away = { away: [[0, 0], [1, 1], [9, 9]] }; // prettier-ignore
    const [path] = paths(figures.lossSurface(bowl, { paths: away, kind: 'surface' }));
    expect([path!.type, path!.x, path!.z![2]]).toEqual(['scatter3d', [0, 1, null], null]); // prettier-ignore
    expect(Math.abs(path!.z![1]! - 4)).toBeLessThan(1.1); // a hundredth of the height of 100 above it
    const flat = figures.lossSurface(bowl, { paths: away });
    expect(paths(flat)[0]!.x).toEqual([0, 1, 9]);
    expect(flat.description).toContain('1 point outside of the picture');
  });

  it('in space, names at most eight heights, so that the names do not stand on one another', () => {
    const hill: scratch.Surface = ([x]) => 0.1 + 0.07 * (x! + 5); // from 0.1 to 0.8
    const { colorbar } = ground(figures.lossSurface(hill));
    const { scene } = figures.lossSurface(hill, { kind: 'surface' }).layout as {
      scene: { zaxis: { tickvals: number[]; ticktext: string[] } };
    };
    expect(colorbar.tickvals.length).toBeGreaterThan(8);
    expect(scene.zaxis.tickvals.length).toBeLessThanOrEqual(8);
    expect(scene.zaxis.ticktext).toEqual(
      scene.zaxis.tickvals.map((value) => colorbar.ticktext[colorbar.tickvals.indexOf(value)]),
    );
  });

  it('thins a long path, and keeps its ends', () => {
    const long = Array.from({ length: 5001 }, (_, i) => [i / 5001, 0]);
    const [path] = paths(figures.lossSurface(bowl, { paths: { long } }));
    expect(path!.x).toHaveLength(1000);
    expect(path!.x.at(-1)).toBeCloseTo(5000 / 5001, 4);
    expect(path!.hovertext.at(-1)).toContain('step 5000');
  });

  it('draws a level loss, one with gaps, and one below 0', () => {
    expect(() => figures.lossSurface(() => 2)).not.toThrow();
    const gaps = ground(figures.lossSurface(([x]) => Math.log(x!), { resolution: 5 }));
    expect(gaps.z[0]!.slice(0, 3)).toEqual([null, null, null]);
    expect(figures.lossSurface(([x]) => x!).description).toContain('The loss between -5');
  });

  it('refuses what it cannot draw', () => {
    const draw =
      (loss: unknown, options = {}) =>
      () =>
        figures.lossSurface(loss as scratch.Surface, options);
    expect(draw(3)).toThrow('figures.lossSurface: expected loss to be a function of a point [w₁, w₂], got 3');
    expect(draw(() => NaN)).toThrow('expected loss to be finite somewhere, got NaN');
    expect(draw(() => 'low')).toThrow("expected loss to answer a number at (-5, -5), got 'low'");
    expect(draw(([x]: number[]) => x! * 3.4e307)).toThrow('losses less than 1e308 apart');
    expect(draw(bowl, { kind: 'globe' })).toThrow("kind to be one of 'contour', 'surface'");
    expect(draw(bowl, { x: [1, 1] })).toThrow('x to be [from, to], from below to');
    expect(draw(bowl, { y: 3 })).toThrow('y[0] to be a finite number');
    expect(draw(bowl, { resolution: 1 })).toThrow('resolution to be a whole number from 5 to 300');
    expect(draw(([x]: number[]) => x, { log: true })).toThrow('loss to be from 0 up, as heights are in powers of ten');
    expect(draw(bowl, { paths: 3 })).toThrow('expected paths to be descents by their names');
    expect(draw(bowl, { paths: { a: [] } })).toThrow('expected paths.a to be a descent or an array of points');
    expect(draw(bowl, { paths: { a: [[1]] } })).toThrow('expected paths.a[0] to hold 2 numbers');
    for (const bad of notFinite)
      expect(draw(bowl, { paths: { a: [[0, bad]] } })).toThrow('paths.a[0][1] to be a finite');
  });
});
