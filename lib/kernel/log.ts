/** The kernel's own words, in the terminal of whoever runs Jupyter: they must not stand under a cell. */

const toTerminal = process.stderr.write.bind(process.stderr); // as it is before cells' output is captured

export function log(text: string): void {
  toTerminal(`neurona kernel: ${text}\n`);
}
