// What holds for every module of the page, as it is written.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const www = new URL('../../www/', import.meta.url);
const modules = (await readdir(www, { recursive: true })).filter((file) => file.endsWith('.js'));

const each = async (check) => {
  assert.ok(modules.length > 30, `only ${modules.length} modules`);
  for (const file of modules) check(await readFile(new URL(file, www), 'utf8'), file);
};

test('no module asks where it lies: the build puts several in one file', () =>
  each((text, file) => assert.doesNotMatch(text, /import\.meta/, file)));

test('no module writes markup from strings', () =>
  each((text, file) => assert.doesNotMatch(text, /\.(innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/, file)));
