/** The files of data/: described, unchanged, and found from wherever the library runs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readData } from '../../../lib/data/files';
import { root } from '../../support/paths';

const readme = readFileSync(`${root}/data/README.md`, 'utf8');
const files = readdirSync(`${root}/data`).filter((name) => !/^(README|LICENSE|\.)/.test(name));

describe.each(files)('data/%s', (name) => {
  const [, section = ''] = readme.split(`\n## ${name}\n`);
  const page = section.split('\n## ')[0]!;

  it('is described with source, licence, shape and how it was made', () => {
    for (const row of ['Source', 'Licence', 'Shape']) expect(page).toContain(`| ${row} |`);
    expect(page).toContain('Made by');
  });

  it('has the checksum that data/README.md gives', () => {
    const sha256 = createHash('sha256')
      .update(readFileSync(`${root}/data/${name}`))
      .digest('hex');
    expect(page).toContain(`| sha256 | \`${sha256}\` |`);
  });
});

describe('a data file', () => {
  it('is found from the sources', () => {
    expect(readData('me', 'digits-8x8.csv')).toHaveLength(264_974);
  });

  it('that is missing is named, with the command that brings it back', () => {
    expect(() => readData('data.cats', 'cats.csv')).toThrow(
      /^data.cats: expected the file data\/cats.csv in a folder above .*, found none; `git restore data\/cats.csv`/,
    );
  });
});
