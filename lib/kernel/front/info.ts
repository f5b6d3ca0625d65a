/** What the kernel says of itself. */
import { readFileSync } from 'node:fs';
import { protocolVersion } from '../wire';

/** The content of `kernel_info_reply`; the compiler itself is not loaded for it. */
export function kernelInfo(): object {
  const own = versionOf('../../../package.json'); // seen from dist/kernel/front
  const typescript = versionOf(require.resolve('@tslab/typescript-for-tslab/package.json'));
  return {
    protocol_version: protocolVersion,
    implementation: 'neurona',
    implementation_version: own,
    language_info: {
      name: 'typescript',
      version: typescript,
      mimetype: 'text/typescript',
      file_extension: '.ts',
      codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true }, // colours TypeScript everywhere
      pygments_lexer: 'typescript',
      nbconvert_exporter: 'script',
    },
    banner: `TypeScript ${typescript}, type-checked cell by cell, on Node ${process.version}`,
  };
}

function versionOf(manifest: string): string {
  return (JSON.parse(readFileSync(require.resolve(manifest), 'utf8')) as { version: string }).version;
}
