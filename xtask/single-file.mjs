// Writes the whole page as one HTML file that works when opened from disk:
//   node single-file.mjs WWW ENGINE NAME OUT
// WWW is the page's source folder, ENGINE holds NAME.js, NAME_bg.wasm and the tagger's model.
//
// A page opened from disk may load neither modules, nor a worker, nor wasm from its
// neighbours. So scripts and styles stand in the page, the worker starts from a Blob,
// and wasm and model travel inside the worker's text.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { digest, inScript } from './inline.mjs';

const [www, engine, name, out] = process.argv.slice(2);

const options = {
  bundle: true,
  write: false,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  target: 'es2022',
  loader: { '.svg': 'dataurl', '.png': 'dataurl', '.woff2': 'dataurl' },
};

const page = readFileSync(join(www, 'index.html'), 'utf8');
const script = inScript(await bundle(join(www, linked(page, /<script type="module"[^>]*\bsrc="([^"]+)"/)[0]), 'esm', [spawnFromBlob(await worker())]));
const style = await styles(linked(page, /<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/));
writeFileSync(out, assemble(page, script, style));

/** The worker as a classic script that needs no other file. */
async function worker() {
  return bundle(join(www, 'engine/worker.js'), 'iife', [glueInside(), engineInside(), modelInside()]);
}

/** Gives the worker its glue from where the engine was built. */
function glueInside() {
  return {
    name: 'glue-inside',
    setup(build) {
      build.onResolve({ filter: new RegExp(`/${name}\\.js$`) }, () => ({ path: resolve(engine, `${name}.js`) }));
    },
  };
}

/** Gives the worker the bytes of the engine, in the place of the page that hands it over compiled. */
function engineInside() {
  const wasm = readFileSync(join(engine, `${name}_bg.wasm`)).toString('base64');
  return inside('compiled', `export const compiled = Promise.resolve(Uint8Array.from(atob('${wasm}'), (c) => c.charCodeAt(0)));`);
}

/** Gives the worker what the tagger needs, compressed, in the place of its address. */
function modelInside() {
  const packed = readFileSync(join(engine, 'tagger.gz')).toString('base64');
  return inside('model', `
    export async function model() {
      const bytes = Uint8Array.from(atob('${packed}'), (c) => c.charCodeAt(0));
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    }`);
}

/** Puts a module that starts the worker from its text in the place of engine/spawn.js. */
function spawnFromBlob(source) {
  return inside('spawn', `
    export function spawn() {
      const blob = new Blob([${JSON.stringify(source)}], { type: 'text/javascript' });
      return { worker: new Worker(URL.createObjectURL(blob), { name: '${name}' }) };
    }`);
}

/** Puts `contents` in the place of engine/MODULE.js. */
function inside(module, contents) {
  return {
    name: `${module}-inside`,
    setup(build) {
      build.onLoad({ filter: new RegExp(`[\\\\/]engine[\\\\/]${module}\\.js$`) }, () => ({ contents }));
    },
  };
}

async function bundle(entry, format, plugins) {
  const result = await esbuild.build({ ...options, entryPoints: [entry], format, plugins });
  return result.outputFiles[0].text;
}

/** All style sheets of the page, in its order, as one. */
async function styles(sheets) {
  const contents = sheets.map((sheet) => `@import "./${sheet}";`).join('\n');
  const result = await esbuild.build({ ...options, stdin: { contents, resolveDir: www, loader: 'css' } });
  return result.outputFiles[0].text;
}

function assemble(page, script, style) {
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)} 'wasm-unsafe-eval' blob:`,
    'worker-src blob:',
    `style-src ${digest(style)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  let html = page.replace(/<link[^>]*\brel="(?:stylesheet|modulepreload|preload|manifest)"[^>]*>\n?/g, '');
  html = replaceOnce(html, /<script[^>]*\bsrc="[^"]+"[^>]*><\/script>\n?/g, '');
  html = replaceOnce(html, /(<meta http-equiv="Content-Security-Policy" content=")[^"]*/, (_, start) => start + policy);
  html = replaceOnce(html, /<\/head>/, () => `<style>${style}</style>\n<script type="module">${script}</script>\n</head>`);
  const outside = html.match(/<(?:link|script|img)[^>]*\b(?:href|src)="(?!data:|#)[^"]*"/);
  if (outside) throw new Error(`index.html still loads another file: ${outside[0]}`);
  return html;
}

function linked(html, pattern) {
  const found = [...html.matchAll(new RegExp(pattern, 'g'))].map((match) => match[1]);
  if (found.length === 0) throw new Error(`index.html has nothing like ${pattern}`);
  return found;
}

function replaceOnce(text, pattern, by) {
  if (!pattern.test(text)) throw new Error(`index.html has nothing like ${pattern}`);
  return text.replace(pattern, by);
}
