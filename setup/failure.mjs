/** The failures set-up knows: what each looks like in a tool's output, what to say, and the exit code. */
import { statfsSync } from 'node:fs';
import { root } from './paths.mjs';

/** A failure with its one message, what mends it, and the code the program ends with. */
export class Failure extends Error {
  /**
   * @param {keyof typeof exitCodes} kind
   * @param {string} message what happened
   * @param {string} remedy what to do about it
   */
  constructor(kind, message, remedy) {
    super(message);
    this.kind = kind;
    this.remedy = remedy;
  }

  get exitCode() {
    return exitCodes[this.kind];
  }
}

export const exitCodes = {
  other: 1,
  node: 10,
  python: 11,
  venv: 12,
  network: 13,
  disk: 14,
  hash: 15,
  platform: 16,
  compiler: 17,
  native: 18,
  interrupted: 130,
};

/** What a tool prints when it fails for a reason we know. The order matters: a full disk can look like a broken download. */
const known = [
  {
    kind: 'disk',
    signs: /ENOSPC|No space left on device|Disk quota exceeded|EDQUOT/,
    message: 'the disk is full',
    remedy: 'Free some space (a whole set-up takes 2.2 GB), then run the same command again.',
  },
  {
    kind: 'hash',
    signs: /DO NOT MATCH THE HASHES|EINTEGRITY|Hashes are required/,
    message: 'a downloaded package is not the one this course was tested with (its hash is wrong)',
    remedy: 'Run the same command again. If it fails again, your package mirror serves altered files: tell its keeper.',
  },
  {
    kind: 'venv',
    signs: /ensurepip is not available|No module named '?(venv|ensurepip)/,
    message: 'this Python lacks its venv module',
    remedy: 'Install it (on Debian and Ubuntu: sudo apt install python3-venv), then run the same command again.',
  },
  {
    kind: 'network',
    signs:
      /from versions: none|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|NewConnectionError|ConnectTimeoutError|ReadTimeout|Read timed out|Connection refused|Connection broken|Network is unreachable|Temporary failure in name resolution|IncompleteRead|ProtocolError|CERTIFICATE_VERIFY_FAILED|network request to .* failed/,
    message: 'the package registry did not answer, or does not have what is needed',
    remedy:
      'Check the network (and the proxy or mirror in your npm and pip settings), then run the same command again.',
  },
];

/**
 * Turns the output of a failed command into one clear failure.
 * @param {string} step what was being done @param {string} output @param {string} log where the whole output is
 */
export function explain(step, output, log) {
  const match = known.find(({ kind, signs }) => signs.test(output) || (kind === 'disk' && diskIsFull()));
  if (match) return new Failure(/** @type {any} */ (match.kind), `${step}: ${match.message}.`, match.remedy);
  const last = output.trimEnd().split('\n').slice(-5).join('\n    ');
  return new Failure('other', `${step} failed. Its last words:\n    ${last}`, `The whole output is in ${log}.`);
}

/** Some tools (venv among them) swallow the reason, so the disk is asked itself. */
function diskIsFull() {
  const { bavail, bsize } = statfsSync(root);
  return bavail * bsize < 2e6;
}
