/** What stands inside plain objects and arrays: tensors, frames and models in a line each, not with all their parts. */
import { inspect } from 'node:util';
import { isPlain, type Kind } from './forms';

const deepest = 3;

/** `value`, or a copy of it in which whatever one of `kinds` can say in a line is replaced by that line. */
export function abridge(value: unknown, kinds: readonly Kind<unknown>[], depth = deepest): unknown {
  const kind = depth < deepest && kinds.find((one) => one.brief && one.knows(value));
  if (kind) return { [inspect.custom]: () => `<${kind.brief!(value)}>` };
  if (depth === 0) return value;
  if (Array.isArray(value)) {
    if (value.length > 100) return value;
    const items = Array.from(value, (item) => abridge(item, kinds, depth - 1));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (!isPlain(value)) return value;
  const properties = Object.entries(Object.getOwnPropertyDescriptors(value));
  if (properties.length > 100) return value;
  const short = properties.map(([name, property]) => ({
    name,
    property: 'value' in property ? { ...property, value: abridge(property.value, kinds, depth - 1) } : property,
  }));
  // What is computed when it is asked for is left alone.
  if (short.every(({ property }, i) => property.value === properties[i]![1].value)) return value;
  return Object.defineProperties({}, Object.fromEntries(short.map(({ name, property }) => [name, property])));
}
