/** Draws learnt spaces: embeddings and self-organising maps. */
import type { Rows } from '../data/read';
import * as figures from '../figures/index';
import { figure } from './figure';

/**
 * Draws vectors as points in the plane or in space, the pointer names each.
 *
 * ```ts
 * import { show } from 'neurona';
 *
 * const vectors = [[1, 0.2], [0.9, 0.1], [-0.8, 0.7]];
 * show.embeddings(vectors, { labels: ['cat', 'bear', 'car'], classes: ['animal', 'animal', 'thing'] });
 * ```
 *
 * `vectors` is a tensor [vectors, 2] or [vectors, 3], or plain rows; more dimensions come down to these by PCA, say.
 * Each class has a colour and a shape. Throws where the shape is another, a number is not finite, or
 * there are not as many labels or classes as vectors. Source: lesson 20.
 */
export function embeddings(vectors: Rows, options: figures.EmbeddingsOptions = {}): void {
  figure(figures.embeddings(vectors, options));
}

/**
 * Draws the U-matrix of a self-organising map, light where neighbours are alike and dark at borders, with the samples on
 * it; or, where inputs are images, a mosaic of what the units have become.
 *
 * ```ts
 * import { data, show } from 'neurona';
 *
 * const { xs, labels } = data.digits({ samples: 12 });
 * const digits = xs.arraySync();
 * const weights = [digits.slice(0, 4), digits.slice(4, 8)];
 * show.som(weights, { xs: digits, labels });
 * show.som(weights, { kind: 'mosaic' });
 * ```
 *
 * `map` is the weights [rows, columns, inputs], a tensor or plain arrays, or an object with `weights`, such as
 * `models.SOM`; its own `distances`, if any, are drawn.
 * Throws where shapes don't fit, or a mosaic's inputs are no square image. Source: Kohonen, "Self-organized formation of
 * topologically correct feature maps", 1982; lesson 22.
 */
export function som(
  map: figures.MapWeights | { weights: figures.MapWeights; distances?: Rows | (() => Rows) },
  options: figures.SomOptions = {},
): void {
  figure(figures.som(map, options));
}
