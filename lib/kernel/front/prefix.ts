/** What the engine is started by, where it is not to be trusted: a sandbox such as bubblewrap, as words of a command. */

const name = 'NEURONA_ENGINE_PREFIX';

/**
 * The words in front of the engine's own command, from the environment: a JSON array such as
 * `["bwrap", "--unshare-all", "--"]`. None if it is not set. The program must hand file descriptors 3 and 4 on.
 */
export function enginePrefix(text = process.env[name]): string[] {
  if (!text) return [];
  const words = parse(text);
  if (Array.isArray(words) && words.every((word) => typeof word === 'string')) return words;
  throw new Error(`${name}: expected a JSON array of words, such as ["bwrap", "--unshare-all", "--"], got ${text}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
