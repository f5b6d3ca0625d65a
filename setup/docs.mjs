/** `npm run docs`: makes the API reference of the library, a page that can be searched, from its own comments. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from './failure.mjs';
import { inRoot, made, root } from './paths.mjs';
import { main, setUp } from './setup.mjs';

await main(async () => {
  await setUp();
  const { Application } = await import('typedoc');
  const app = await Application.bootstrapWithPlugins({
    entryPoints: [inRoot('lib/index.ts')],
    tsconfig: inRoot('lib/tsconfig.json'),
    name: 'Neurona',
    readme: 'none',
    excludePrivate: true,
    excludeExternals: true, // of TensorFlow.js the reference is its own
    disableGit: true,
    sourceLinkTemplate: `${pathToFileURL(root).href}/{path}`,
    treatWarningsAsErrors: true,
  });
  const project = await app.convert();
  if (!project || app.logger.hasErrors()) throw new Failure('other', 'The reference could not be made.', 'See above.');
  const folder = join(made, 'docs');
  await app.generateDocs(project, folder);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Failure('other', 'The reference has faults.', 'See above.');
  console.log(`The reference: ${pathToFileURL(folder).href}/index.html`);
});
