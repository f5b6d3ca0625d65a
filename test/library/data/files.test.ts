/** The files of data/: described, unchanged, and found from wherever the library runs. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readData, unpack, unpackData } from '../../../lib/data/files';
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

  it('that is packed is unpacked to the bytes that data/README.md gives', () => {
    const packed = files.filter((name) => name.endsWith('.gz'));
    expect(packed.length).toBeGreaterThan(1);
    for (const name of packed) {
      const sha256 = createHash('sha256').update(unpackData('me', name)).digest('hex');
      expect(readme.split(`\n## ${name}\n`)[1]!.split('\n## ')[0]).toContain(`| Unpacked | `);
      expect(readme).toContain(`bytes, sha256 \`${sha256}\` |`);
    }
  });

  it('that is packed and damaged in any byte after its head is named, with the command that brings it back', () => {
    const packed = readFileSync(`${root}/data/moby-dick.txt.gz`);
    const restore =
      /^data.text: expected data\/moby-dick.txt.gz to be a whole gzip file, and it does not; `git restore data\/moby-dick.txt.gz`/;
    expect(() => unpack('data.text', 'moby-dick.txt.gz', packed.subarray(0, 1000))).toThrow(restore);
    expect(() => unpack('data.text', 'moby-dick.txt.gz', Buffer.alloc(0))).toThrow(restore);
    for (const place of [20, 5000, 300_000, packed.length - 6]) {
      const damaged = Buffer.from(packed);
      damaged[place]! ^= 4;
      expect(() => unpack('data.text', 'moby-dick.txt.gz', damaged), `byte ${place}`).toThrow(restore);
    }
  });
});
