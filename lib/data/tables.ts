/** Real tables: iris flowers and Antarctic penguins, to tell their species by what was measured. */
import { fail, oneOf, whole } from '../assert';
import { generator } from '../random';
import type { Dataset } from '../types';
import { readTable, type TableName } from './csv';
import { datasetOf, oneHotRow } from './rows';

/** What was measured of each iris, in centimetres. */
export type IrisFeature = 'sepal_length_cm' | 'sepal_width_cm' | 'petal_length_cm' | 'petal_width_cm';

/** What was measured of each penguin, in millimetres and grams. */
export type PenguinFeature = 'bill_length_mm' | 'bill_depth_mm' | 'flipper_length_mm' | 'body_mass_g';

/** Options of {@link iris}, {@link penguins} and data.bikes. */
export interface MeasuredOptions<Feature extends string> {
  /** Which measurements, in the order of the columns of `xs`. Default all four; of bikes the nine that say most. */
  features?: readonly Feature[];
  /** A whole number from 0 up that decides the order of the rows. Default 0. */
  seed?: number;
}

/** Measurements, and the species of each row, or the number to be told. */
export interface Measured extends Dataset {
  /** Names of the columns of `xs`. */
  features: string[];
}

const irisFeatures = ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm'] as const;
const penguinFeatures = ['bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g'] as const;

/**
 * 150 irises, 50 of each of three species: setosa stands apart, the other two overlap.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * show.points(data.iris({ features: ['petal_length_cm', 'petal_width_cm'] }));
 * ```
 *
 * Returns `xs` [150, features] in centimetres, one-hot `ys` [150, 3], the species as `classes`, and `features`, the names
 * of the columns. Throws where `features` is empty or names a column that is not there or twice, or `seed` is out of
 * range. Source: Fisher, "The use of multiple measurements in taxonomic problems", 1936 (CC BY 4.0).
 */
export function iris({ features = irisFeatures, seed = 0 }: MeasuredOptions<IrisFeature> = {}): Measured {
  return measured('data.iris', 'iris', irisFeatures, features, seed);
}

/**
 * 342 penguins of three species, as they were measured near Palmer Station, Antarctica.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const { xs, features, classes } = data.penguins();
 * console.log(xs.shape, features, classes);
 * show.points(data.penguins({ features: ['bill_length_mm', 'bill_depth_mm'] }));
 * ```
 *
 * Returns `xs` [342, features] in millimetres and grams, one-hot `ys` [342, 3], the species as `classes`, and `features`,
 * the names of the columns. Two birds without measurements are left out; `data.dataFrame('penguins')` has them, with
 * island, sex and year. Throws where `features` is empty or names a column that is not there or twice, or `seed` is out
 * of range. Source: Gorman, Williams and Fraser, "Ecological sexual dimorphism and environmental variability within a
 * community of Antarctic penguins (genus Pygoscelis)", 2014; Horst, Hill and Gorman, "palmerpenguins", 2020 (CC0).
 */
export function penguins({ features = penguinFeatures, seed = 0 }: MeasuredOptions<PenguinFeature> = {}): Measured {
  return measured('data.penguins', 'penguins', penguinFeatures, features, seed);
}

function measured(
  who: string,
  name: TableName,
  known: readonly string[],
  features: readonly string[],
  seed: number,
): Measured {
  checkFeatures(who, features, known);
  whole(who, { seed }, 0);
  const { columns, rows } = readTable(who, name);
  const at = (feature: string) => columns.indexOf(feature);
  const complete = rows.filter((row) => known.every((feature) => row[at(feature)] !== null));
  const species = at('species');
  const classes = [...new Set(complete.map((row) => String(row[species])))].sort();
  const drawn = generator(seed).shuffle(complete); // the file has one species after the other
  const dataset = datasetOf(
    drawn.map((row) => features.map((feature: string) => row[at(feature)] as number)),
    drawn.map((row) => oneHotRow(classes.indexOf(String(row[species])), classes.length)),
    classes,
  );
  return { ...dataset, features: [...features] };
}

/** Wants some of the `known` columns, each at most once, for `who`. */
export function checkFeatures(who: string, features: readonly string[], known: readonly string[]): void {
  if (!Array.isArray(features) || features.length === 0)
    fail(who, 'features to be an array of names, at least one', features);
  features.forEach((feature: string, i) => oneOf(who, { [`features[${i}]`]: feature }, known));
  if (new Set(features).size < features.length) fail(who, 'each name of features once', features);
}
