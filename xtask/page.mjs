// Lays the page out as visits load it: node page.mjs WWW ENGINE DIST VERSION
// The modules and styles that every visit needs stand in index.html itself, so that the page is there with it: on the way
// they would take as long again as it did. Its policy allows them by their digests. What is imported on first use stays
// apart, in files whose names change with what is in them; the worker, which has its glue inside, and what it loads have
// VERSION in their addresses instead, so that nothing old is ever joined to something new.

import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { digest, inScript } from './inline.mjs';

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

const page = readFileSync(join(www, 'index.html'), 'utf8');
const [main] = linked(/<script type="module"[^>]*\bsrc="([^"]+)"/g);
const [early] = linked(/<script src="([^"]+)"/g);
const sheets = linked(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);

const { every, onUse } = await modules();
const { built, shared } = await parts();
await esbuild.build({
  ...options,
  entryPoints: [join(www, 'engine/worker.js')],
  outfile: join(dist, 'engine/worker.js'),
  format: 'esm',
  // V8 otherwise reads a function over first and compiles it when it is called; told this, it compiles all of a file
  // while it comes in.
  banner: { js: '//# allFunctionsCalledOnLoad' },
  plugins: [glueInside()],
});
cpSync(join(www, 'sw.js'), join(dist, 'sw.js'));
const begin = { entryPoints: [join(www, early)] }; // starts the engine, before all else
writeFileSync(join(dist, 'index.html'), laidOut(await script(begin), await script(all()), await styles()));

/** The modules that every visit needs, and those that are imported on first use. */
async function modules() {
  const onUse = new Set();
  const apart = {
    name: 'apart',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'dynamic-import') return undefined;
        onUse.add(resolve(resolveDir, path));
        return { path, external: true };
      });
    },
  };
  const { metafile } = await esbuild.build({ ...options, entryPoints: [join(www, main)], write: false, metafile: true, format: 'esm', plugins: [apart] });
  return { every: new Set(Object.keys(metafile.inputs).map((file) => resolve(file))), onUse: [...onUse] };
}

/**
 * Builds what is imported on first use. Scripts in a page cannot be imported from, so what these parts have in common with
 * it they take from `globalThis.shared`: where they were built to, and the modules that must be there.
 */
async function parts() {
  const shared = new Set();
  const fromPage = {
    name: 'from-page',
    setup(build) {
      build.onLoad({ filter: /\.js$/ }, async ({ path }) => {
        if (!every.has(path)) return undefined;
        shared.add(path);
        return { contents: `export const { ${(await exportsOf(path)).join(', ')} } = globalThis.shared['${relative(www, path)}'];` };
      });
    },
  };
  const { metafile } = await esbuild.build({
    ...options,
    entryPoints: onUse,
    outdir: join(dist, 'parts'),
    entryNames: '[name]-[hash]',
    format: 'esm',
    metafile: true,
    plugins: [fromPage],
  });
  const built = new Map();
  const owner = new Map();
  for (const [file, { entryPoint, inputs }] of Object.entries(metafile.outputs)) {
    built.set(resolve(entryPoint), relative(dist, file));
    for (const input of Object.keys(inputs).filter((name) => !every.has(resolve(name)))) {
      if (owner.has(input)) throw new Error(`${input} would be there twice, in ${owner.get(input)} and ${file}`);
      owner.set(input, file);
    }
  }
  return { built, shared };
}

async function exportsOf(path) {
  const { metafile } = await esbuild.build({ entryPoints: [path], write: false, metafile: true, format: 'esm' });
  return Object.values(metafile.outputs)[0].exports;
}

/** Everything that every visit needs, and what it shares. */
function all() {
  const names = [...shared].sort().map((path) => relative(www, path));
  const lines = names.map((name, i) => `import * as m${i} from './${name}';`);
  lines.push(`globalThis.shared = { ${names.map((name, i) => `'${name}': m${i}`).join(', ')} };`, `import './${main}';`);
  const whereBuilt = {
    name: 'where-built',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => (
        kind === 'dynamic-import' ? { path: `./${built.get(resolve(resolveDir, path))}`, external: true } : undefined));
    },
  };
  return { stdin: { contents: lines.join('\n'), resolveDir: www }, plugins: [whereBuilt] };
}

async function script(what) {
  const { outputFiles } = await esbuild.build({ ...options, ...what, format: 'iife', write: false });
  return inScript(outputFiles[0].text);
}

async function styles() {
  const contents = sheets.map((sheet) => `@import "./${sheet}";`).join('\n');
  const { outputFiles } = await esbuild.build({ ...options, stdin: { contents, resolveDir: www, loader: 'css' }, write: false });
  return outputFiles[0].text.trim();
}

/** Puts the glue where it was built into the worker, so that a worker is one file. */
function glueInside() {
  return {
    name: 'glue-inside',
    setup(build) {
      build.onResolve({ filter: /^\.\/mitjul\.js$/ }, () => ({ path: resolve(engine, 'mitjul.js') }));
    },
  };
}

/** index.html with the two scripts and the style inside: the first where it stood, the other behind what it works on. */
function laidOut(first, second, style) {
  const [sheet, ...others] = sheets.map((href) => `<link rel="stylesheet" href="${href}">\n`);
  let out = page;
  for (const [tag, by] of [
    [`<script src="${early}"></script>`, `<script>${first}</script>`],
    [`<script type="module" src="${main}"></script>\n`, ''],
    ['</body>', `<script>${second}</script>\n</body>`],
    [sheet, `<style>${style}</style>\n`],
    ...others.map((other) => [other, '']),
    ["script-src 'self'", `script-src 'self' ${digest(first)} ${digest(second)}`],
    ["style-src 'self'", `style-src ${digest(style)}`],
  ]) {
    if (!out.includes(tag)) throw new Error(`index.html has no ${tag}`);
    out = out.replace(tag, () => by);
  }
  return out;
}

function linked(pattern) {
  const found = [...page.matchAll(pattern)].map((match) => match[1]);
  if (found.length === 0) throw new Error(`index.html has nothing like ${pattern}`);
  return found;
}
