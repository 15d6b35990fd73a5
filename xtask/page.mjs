// Lays the page out as visits load it: node page.mjs WWW ENGINE DIST VERSION
// The modules and styles that every visit needs become a few files, named in index.html so that they come side by side;
// what is imported on first use stays apart. Their names change with what is in them; the worker, which has its glue
// inside, and what it loads have VERSION in their addresses instead, so that nothing old is ever joined to something new.
// The script that starts the engine stands in index.html itself, which allows it by its digest.

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';

const [www, engine, dist, version] = process.argv.slice(2);
const options = {
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  define: { VERSION: JSON.stringify(version) },
};

// V8 otherwise reads a function over first and compiles it when it is called, on the thread that has the page to draw;
// told this, it compiles all of a file beside that thread.
const eager = { js: '//# allFunctionsCalledOnLoad' };

const page = readFileSync(join(www, 'index.html'), 'utf8');
const scripts = linked(/<script type="module"[^>]*\bsrc="([^"]+)"/g);
const [early] = linked(/<script src="([^"]+)"/g);
const sheets = linked(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);

const { metafile } = await esbuild.build({
  ...options,
  entryPoints: scripts.map((file) => join(www, file)),
  outdir: join(dist, 'parts'),
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  format: 'esm',
  splitting: true,
  banner: eager,
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
  banner: eager,
  plugins: [glueInside()],
});
const begun = await esbuild.build({ ...options, entryPoints: [join(www, early)], format: 'iife', write: false });
cpSync(join(www, 'sw.js'), join(dist, 'sw.js'));
writeFileSync(join(dist, 'index.html'), laidOut());

/** Puts the glue where it was built into the worker, so that a worker is one file. */
function glueInside() {
  return {
    name: 'glue-inside',
    setup(build) {
      build.onResolve({ filter: /^\.\/mitjul\.js$/ }, () => ({ path: resolve(engine, 'mitjul.js') }));
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
  const script = begun.outputFiles[0].text.trim();
  const digest = createHash('sha256').update(script).digest('base64');
  return out
    .replace(`<script src="${early}"></script>`, () => `<script>${script}</script>`)
    .replace("script-src 'self'", `$& 'sha256-${digest}'`);
}

function linked(pattern) {
  const found = [...page.matchAll(pattern)].map((match) => match[1]);
  if (found.length === 0) throw new Error(`index.html has nothing like ${pattern}`);
  return found;
}
