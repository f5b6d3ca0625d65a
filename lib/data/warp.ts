/** Moving images: shifted, turned and mirrored, and their masks with them. */

/** How an image moves: mirrored first, then turned, then shifted. */
export interface Move {
  /** Whether it is mirrored left to right. */
  flip: boolean;
  /** How far it turns about its middle, in radians, anticlockwise as one looks at it. */
  angle: number;
  /** How many pixels it moves down. */
  down: number;
  /** How many pixels it moves to the right. */
  right: number;
}

/** One image, moved: each new pixel asks where it comes from, and takes the mean of the four pixels around there. */
export function warp(
  image: ArrayLike<number>,
  [height, width, channels]: readonly [number, number, number],
  { flip, angle, down, right }: Move,
): Float32Array {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleRow, middleColumn] = [(height - 1) / 2, (width - 1) / 2];
  const moved = new Float32Array(height * width * channels);
  const at = (row: number, column: number, channel: number) =>
    row < 0 || row >= height || column < 0 || column >= width ? 0 : image[(row * width + column) * channels + channel]!;

  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Back, step by step: the shift, the turn, the mirror.
      const [y, x] = [row - middleRow - down, column - middleColumn - right];
      const fromRow = middleRow + x * sin + y * cos;
      const fromColumn = middleColumn + (flip ? -1 : 1) * (x * cos - y * sin);
      const [top, left] = [Math.floor(fromRow), Math.floor(fromColumn)];
      const [below, beside] = [fromRow - top, fromColumn - left]; // from 0 to 1: the weights of the farther pixels
      for (let channel = 0; channel < channels; channel++) {
        moved[(row * width + column) * channels + channel] =
          (1 - below) * ((1 - beside) * at(top, left, channel) + beside * at(top, left + 1, channel)) +
          below * ((1 - beside) * at(top + 1, left, channel) + beside * at(top + 1, left + 1, channel));
      }
    }
  }
  return moved;
}

/** One mask for each channel, moved: a pixel is 1 where at least half of it is covered, else 0. */
export function warpMask(mask: ArrayLike<number>, size: readonly [number, number, number], move: Move): Float32Array {
  return warp(mask, size, move).map((covered) => (covered >= 0.5 ? 1 : 0));
}

/** Every image of a row of images, each by a move of its own, by `warp` or `warpMask`. */
export function warpEach(
  images: Float32Array,
  size: readonly [height: number, width: number, channels: number],
  moves: readonly Move[],
  move: typeof warp,
): Float32Array {
  const length = size[0] * size[1] * size[2];
  const moved = new Float32Array(images.length);
  moves.forEach((by, image) =>
    moved.set(move(images.subarray(image * length, (image + 1) * length), size, by), image * length),
  );
  return moved;
}
