/** Irises and penguins, as tensors and as DataFrames. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/data/csv';
import { data, tf } from '../../../lib/index';
import { inRoot, root } from '../../support/paths';
import { expectNoLeakedTensors } from '../../support/tensors';

type Species = Record<string, { count: number; mean: number[]; std: number[] }>;
const { tables } = JSON.parse(readFileSync(inRoot('test', 'reference', 'data.json'), 'utf8')) as {
  tables: Record<'iris' | 'penguins', Species>;
};
const sets = {
  iris: (options?: object): data.Measured => data.iris(options),
  penguins: (options?: object): data.Measured => data.penguins(options),
};

describe.each(['iris', 'penguins'] as const)('data.%s', (name) => {
  it("has NumPy's mean and deviation of each measurement in each species, to 1e-6 of their size", () => {
    tf.tidy(() => {
      const dataset = sets[name]();
      expect(dataset.classes).toEqual(Object.keys(tables[name]));
      Object.values(tables[name]).forEach(({ count, mean, std }, label) => {
        const rows = data.examples(dataset).filter(([, y]) => y === label).map(([x]) => x); // prettier-ignore
        expect(rows).toHaveLength(count);
        const found = data.standardise(rows);
        mean.forEach((value, i) => expect(Math.abs(found.mean[i]! / value - 1)).toBeLessThan(1e-6));
        std.forEach((value, i) => expect(Math.abs(found.std[i]! / value - 1)).toBeLessThan(1e-6));
      });
    });
  });

  it('mixes the species, by its seed', () => {
    const make = sets[name];
    const order = (seed?: number) => data.examples(make({ seed })).map(([, y]) => y).join(''); // prettier-ignore
    expect(order()).toBe(order(0));
    expect(order(1)).not.toBe(order(0));
    expect(new Set(order().slice(-30)).size).toBe(3);
  });

  it('gives the measurements asked for, in that order', () => {
    const make = sets[name];
    const all = make();
    const [, second, third] = all.features;
    const two = make({ features: [third, second] });
    expect(two.features).toEqual([third, second]);
    expect(two.xs.arraySync()).toEqual(all.xs.arraySync().map((row) => [row[2], row[1]]));
    two.features.length = 0;
    expect(make().features).toEqual(all.features);
  });

  it('hands back its two tensors and leaves no other', () => {
    expectNoLeakedTensors(() => sets[name](), 2);
  });

  it('refuses measurements that are not there, none, or one twice', () => {
    const make = sets[name];
    const [first] = make().features;
    expect(() => make({ features: [] })).toThrow(`data.${name}: expected features to be an array of names`);
    expect(() => make({ features: ['height'] })).toThrow(`data.${name}: expected features[0] to be one of '${first}'`);
    expect(() => make({ features: [first, first] })).toThrow(`data.${name}: expected each name of features once`);
    expect(() => make({ seed: -1 })).toThrow(`data.${name}: expected seed`);
  });
});

describe('data.dataFrame', () => {
  it.each(['bikes', 'co2', 'first-names', 'history', 'iris', 'penguins'] as const)(
    '%s holds every line of the file, in its order',
    (name) => {
      const frame = data.dataFrame(name);
      const text = (value: unknown) => (value === null || Number.isNaN(value) ? 'NA' : value);
      const [header, ...lines] = readFileSync(inRoot('data', `${name}.csv`), 'utf8')
        .trimEnd()
        .split('\n');
      expect(frame.columns.join()).toBe(header);
      const wanted = lines.map((line) =>
        line.split(',').map((value) => (Number.isNaN(Number(value)) ? value : Number(value))),
      );
      expect((frame.values as unknown[][]).map((row) => row.map(text))).toEqual(wanted);
    },
  );

  it('knows which columns are numbers, and which values are missing', () => {
    const frame = data.dataFrame('penguins');
    expect(frame.shape).toEqual([344, 8]);
    expect(frame.dtypes.map((type) => type === 'string')).toEqual([true, true, false, false, false, false, true, false]); // prettier-ignore
    expect((frame.values as unknown[][])[3]).toEqual(['Adelie', 'Torgersen', NaN, NaN, NaN, NaN, null, 2007]);
    expect(frame.dropNa().shape).toEqual([333, 8]);
    expect(frame['body_mass_g'].isNa().values.filter(Boolean)).toHaveLength(2); // eslint-disable-line
  });

  it('is a frame of its own each time', () => {
    const frame = data.dataFrame('iris');
    (frame.values as unknown[][])[0]![0] = -1;
    expect((data.dataFrame('iris').values as unknown[][])[0]![0]).toBe(5.1);
  });

  it('loads danfojs when the first frame is asked for, not before', () => {
    const code = `
      const { data } = require('${root}/lib/dist/index.js');
      const loaded = () => Object.keys(require.cache).some((path) => path.includes('danfojs-node'));
      data.iris(); data.penguins();
      const before = loaded();
      data.dataFrame('iris');
      process.stdout.write(JSON.stringify([before, loaded()]));`;
    const said = execFileSync(process.execPath, ['-e', code], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(said.split('\n').at(-1)).toBe('[false,true]');
  });

  it('leaves no tensor', () => {
    expectNoLeakedTensors(() => data.dataFrame('iris'));
  });

  it('refuses a table that is not there', () => {
    const make = data.dataFrame as (name: unknown) => unknown;
    for (const name of ['cars', 'toString', undefined])
      expect(() => make(name)).toThrow(
        "data.dataFrame: expected name to be one of 'bikes', 'co2', 'first-names', 'history', 'iris', 'penguins', got",
      );
  });
});

describe('a table', () => {
  const text = readFileSync(inRoot('data', 'iris.csv'), 'utf8');

  it('reads the same with the line ends of another system', () => {
    expect(parse('me', 'iris', text.replace(/\n/g, '\r\n'))).toEqual(parse('me', 'iris', text));
  });

  it('that was damaged is named, with the command that brings it back', () => {
    for (const damaged of ['', text.slice(0, 1000), text.replace('5.1,', '')])
      expect(() => parse('data.iris', 'iris', damaged)).toThrow(
        /^data.iris: expected data\/iris.csv to hold 150 lines of \d values, and it does not; `git restore data\/iris.csv`/,
      );
  });

  it('with a word among its numbers, or a number among its words, is named, with the column', () => {
    const bikes = readFileSync(inRoot('data', 'bikes.csv'), 'utf8');
    expect(() => parse('data.bikes', 'bikes', bikes.replace('0.2879', '0.28z9'))).toThrow(
      /^data.bikes: expected data\/bikes.csv to hold numbers only or words only in column feels_like, and it does not; `git restore data\/bikes.csv`/,
    );
    expect(() => parse('data.iris', 'iris', text.replace('setosa', '7'))).toThrow('words only in column species');
  });
});
