import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import ko from '../../www/i18n/ko.js';
import en from '../../www/i18n/en.js';

const www = new URL('../../www/', import.meta.url);

test('both languages have the same keys', () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ko).sort());
});

test('both languages fill in the same values', () => {
  const holes = (words) => [...new Set(words.match(/\{\w+\}/g) ?? [])].filter((hole) => hole !== '{n}').sort();
  for (const key of Object.keys(ko)) assert.deepEqual(holes(en[key]), holes(ko[key]), key);
});

test('no Korean particle follows a filled-in name', () => {
  for (const [key, words] of Object.entries(ko)) assert.doesNotMatch(words, /\{name\}(을|를|이|가|은|는|과|와|으로|로)(\s|$)/, key);
});

test('every key that the page asks for is there', async () => {
  const files = (await readdir(www, { recursive: true })).filter((file) => /\.(js|html)$/.test(file) && !file.startsWith('i18n'));
  for (const file of files) {
    const text = await readFile(new URL(file, www), 'utf8');
    const asked = [...text.matchAll(/\b(?:t|tNodes)\('([\w.-]+)'/g), ...text.matchAll(/data-t(?:-label|-placeholder)?="([^"]+)"/g)];
    for (const [, key] of asked) assert.ok(key in ko, `${file} asks for ${key}`);
  }
});

test('modules stay small', async () => {
  const files = (await readdir(www, { recursive: true })).filter((file) => file.endsWith('.js'));
  for (const file of files) {
    const lines = (await readFile(new URL(file, www), 'utf8')).split('\n').length;
    assert.ok(lines <= 320, `${file} has ${lines} lines`);
  }
});
