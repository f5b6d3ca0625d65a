/** Messages of TensorFlow about shapes that do not fit, once more in the student's notation: `[2, 3]`. */

/** What a message means, by its pattern; nothing if its numbers don't bear that out. */
const meanings: [RegExp, (...found: string[]) => string | undefined][] = [
  // Each pair: TensorFlow's own words, then those of tfjs without it.
  [/size-incompatible: In\[0\]: \[([\d,]+)\], In\[1\]: \[([\d,]+)\] ([01]) ([01])/, product],
  [/with shapes ([\d,]+) and ([\d,]+) and transposeA=(\w+)\s+and transposeB=(\w+)/, product],
  [/Incompatible shapes: \[([\d,]*)\] vs\. \[([\d,]*)\]/, broadcast],
  [/could not be broadcast together with shapes ([\d,]*) and ([\d,]*)\./, broadcast],

  [
    /reshape is a tensor with (\d+) values, but the requested shape has (\d+)/,
    (has, wants) => `A new shape has to hold the same values: its numbers multiplied give ${wants}, not ${has}.`,
  ],
  [
    /(?:reshape is a tensor with|a fractional number\. Got) (\d+) (?:\/|values, but the requested shape requires a multiple of) (\d+)/,
    (has, wants) => `${has} values cannot be dealt out by ${wants}, so no whole number can stand for the -1.`,
  ],
  [/Size\((\d+)\) must match the product of shape ([\d,]+)/, (has, shape) => filled(shape, has)],
  [/provided shape, \[([\d,]+)\], the tensor should have \d+ values but has (\d+)/, (shape, has) => filled(shape, has)],
  [
    /Element arr\[([\d\][]+)\] should have (\d+) elements, but has (\d+) elements/,
    (place, wants, has) =>
      `All rows of a tensor are equally long: the one at [${place}] has ${has} numbers, not ${wants}.`,
  ],

  [/Dimension (\d+) in both shapes must be equal: shape\[0\] = \[([\d,]*)\] vs\. shape\[\d+\] = \[([\d,]*)\]/, joined],
  [
    /concat\w*: Shape of tensors\[\d+\] \(([\d,]*)\) does not match the shape of the rest \(([\d,]*)\) along the non-concatenated axis (\d+)/,
    (other, first, axis) => joined(axis, first, other),
  ],
  [
    /Ranks of all input tensors should match: shape\[0\] = \[([\d,]*)\] vs\. shape\[\d+\] = \[([\d,]*)\]/,
    (first, other) => `${nice(first)} and ${nice(other)}: tensors that are joined need equally many dimensions.`,
  ],
  [
    /values\[0\]\.shape = \[([\d,]*)\] != values\[\d+\]\.shape = \[([\d,]*)\]/,
    (first, other) => `${nice(first)} and ${nice(other)}: tensors that are stacked need equal shapes.`,
  ],

  [
    /checking (?:input|target)? ?: expected \S+ to have shape \[([\w,]+)\],? but got array with shape \[([\d,]+)\]/,
    (wants, has) =>
      `${nice(has)} does not fit ${nice(wants)}: null counts the examples and may be any number, the others must agree.`,
  ],
  [
    /expected \S+ to have (\d+) dimension\(s\),? but got array with shape \[([\d,]+)\]/,
    (wants, has) => {
      const missing = Number(wants) - numbers(has).length;
      const help = missing === 1 ? 'the first must count the examples; expandDims(0) makes one example of it' : '';
      return `${nice(has)} has ${numbers(has).length} dimension${numbers(has).length === 1 ? '' : 's'}, not ${wants}${help && `: ${help}`}.`;
    },
  ],
  [
    /expected axis -1 of input shape to have value (\d+) but got shape ([\d,]+)/,
    (wants, has) => `${nice(has)}: the last number is what each example brings; this layer was made for ${wants}.`,
  ],
  [
    /incompatible with layer conv2d\S*: expected ndim=4/,
    () => images('A conv2d layer', ' inputShape leaves the first away.'),
  ],
  [/Error in conv2d: input must be rank 4, but got rank \d/, () => images('conv2d', '')],
  [
    /Error in conv2d: depth of input \((\d+)\) must match input depth for filter (\d+)/,
    (input, filter) =>
      `The input, [examples, height, width, channels], ends in ${input}; the filter, [height, width, channels, filters], is for ${filter} channels.`,
  ],
  [
    /Error in \w+: {1,2}Shapes ([\d,]*) and ([\d,]*) must match/,
    (first, other) => `${nice(first)} and ${nice(other)} have to be the same.`,
  ],
];

/** One sentence about the shapes that a message of TensorFlow tells of; none about other messages. */
export function explainShapes(message: string): string | undefined {
  if (message.length > 5000) return undefined;
  for (const [pattern, meaning] of meanings) {
    const found = pattern.exec(message);
    if (found) return meaning(...found.slice(1));
  }
  return undefined;
}

function numbers(shape: string): number[] {
  return shape === '' ? [] : shape.split(',').map(Number);
}

function nice(shape: string): string {
  return `[${shape.split(',').join(', ')}]`;
}

function product(first = '', second = '', ...flips: string[]): string | undefined {
  const [flipA, flipB] = flips.map((flip) => flip === '1' || flip === 'true');
  const columns = numbers(first).at(flipA ? -2 : -1);
  const rows = numbers(second).at(flipB ? -1 : -2);
  if (columns === undefined || rows === undefined || columns === rows) return undefined;
  const turned = (shape: string, flip = false) => `${nice(shape)}${flip ? ' transposed' : ''}`;
  return `${turned(first, flipA)} · ${turned(second, flipB)}: the columns of the first (${columns}) must equal the rows of the second (${rows}).`;
}

function broadcast(first = '', second = ''): string | undefined {
  const [a, b] = [numbers(first).reverse(), numbers(second).reverse()];
  const place = a.findIndex((size, index) => ![1, size, undefined].includes(b[index]) && size !== 1);
  if (place < 0) return undefined;
  return `${nice(first)} and ${nice(second)}: compared from the end, numbers must be equal, or one of them 1 or missing; ${a[place]} and ${b[place]} are not.`;
}

function filled(shape: string, has: string): string {
  const sizes = numbers(shape);
  const product = sizes.reduce((all, size) => all * size, 1);
  return `${nice(shape)} holds ${sizes.length > 1 ? `${sizes.join(' · ')} = ` : ''}${product} values; there are ${has}.`;
}

function joined(axis = '', first = '', other = ''): string {
  return `${nice(first)} and ${nice(other)}: tensors may differ only along the axis that joins them; these differ in axis ${axis}, too.`;
}

function images(what: string, more: string): string {
  return `${what} takes images as [examples, height, width, channels].${more}`;
}
