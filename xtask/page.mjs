// Lays the page out as visits load it: node page.mjs WWW DIST VERSION
// The modules and styles that every visit needs become a few files, named in index.html so that they come side by side;
// what is imported on first use stays apart. Their names change with what is in them; the worker, its glue and what it
// loads have VERSION in their addresses instead, so that nothing old is ever joined to something new.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as esbuild from 'esbuild';

const [www, dist, version] = process.argv.slice(2);
const options = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  define: { VERSION: JSON.stringify(version) },
};

const page = readFileSync(join(www, 'index.html'), 'utf8');
const scripts = linked(/<script[^>]*\bsrc="([^"]+)"/g);
const sheets = linked(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);

const { metafile } = await esbuild.build({
  ...options,
  entryPoints: scripts.map((file) => join(www, file)),
  outdir: join(dist, 'parts'),
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  format: 'esm',
  splitting: true,
  metafile: true,
});
const styles = await esbuild.build({
  ...options,
  stdin: { contents: sheets.map((sheet) => `@import "./${sheet}";`).join('\n'), resolveDir: www, loader: 'css' },
  outdir: join(dist, 'parts'),
  entryNames: 'page-[hash]',
  metafile: true,
});
await esbuild.build({
  ...options,
  entryPoints: [join(www, 'engine/worker.js')],
  outfile: join(dist, 'engine/worker.js'),
  format: 'esm',
  plugins: [glueBeside()],
});
cpSync(join(www, 'sw.js'), join(dist, 'sw.js'));
writeFileSync(join(dist, 'index.html'), laidOut());

/** Leaves the glue a file of its own, at the address of this version. */
function glueBeside() {
  return {
    name: 'glue-beside',
    setup(build) {
      build.onResolve({ filter: /^\.\/mitjul\.js$/ }, ({ path }) => ({ path: `${path}?v=${version}`, external: true }));
    },
  };
}

/** index.html with one style sheet and the built scripts, and with everything named that these import. */
function laidOut() {
  const outputs = Object.entries(metafile.outputs);
  const built = (script) => outputs.find(([, { entryPoint }]) => entryPoint && relative(www, entryPoint) === script)[0];
  const entries = scripts.map(built);
  const imported = new Set();
  const visit = (file) => metafile.outputs[file].imports.filter(({ kind }) => kind === 'import-statement').forEach(({ path }) => {
    imported.add(path);
    visit(path);
  });
  entries.forEach(visit);
  const address = (file) => relative(dist, file);
  const head = [
    `<link rel="stylesheet" href="${address(Object.keys(styles.metafile.outputs)[0])}">`,
    ...[...imported].sort().map((file) => `<link rel="modulepreload" href="${address(file)}">`),
  ].join('\n');
  const [, ...others] = sheets;
  let out = page.replace(/<link rel="stylesheet"[^>]*>/, head);
  for (const sheet of others) out = out.replace(`<link rel="stylesheet" href="${sheet}">\n`, '');
  scripts.forEach((script, i) => { out = out.replace(`src="${script}"`, `src="${address(entries[i])}"`); });
  return out.replace('engine/mitjul_bg.wasm', `$&?v=${version}`);
}

function linked(pattern) {
  const found = [...page.matchAll(pattern)].map((match) => match[1]);
  if (found.length === 0) throw new Error(`index.html has nothing like ${pattern}`);
  return found;
}
