/** Gives tfjs-node 4.22 the functions of `util` that Node has deprecated or, from version 23, removed. */

// The object that require('util') hands to tfjs-node; an `import * as util` would be a copy.
const util = require('util') as Record<string, unknown>;

util.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
util.isArray = Array.isArray; // deprecated (DEP0044): Node's own writes a warning to the cell's stderr
