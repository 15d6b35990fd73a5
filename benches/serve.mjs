// A server of several folders, with gzip and, where openssl can make a certificate, HTTP/2 as hosts of static pages
// have it; `link` slows all answers together down to a latency (ms) and a rate (bytes a second).

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' };
const CHUNK = 16_384;
const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** A certificate for this machine and this run. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2',
      '-subj', '/CN=localhost', '-keyout', key, '-out', cert], { stdio: 'ignore' });
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } catch {
    return null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves FOLDERS[name] under /name/. */
export async function serve(folders) {
  const state = { link: undefined };
  const packed = new Map();
  let free = 0; // when the link has sent all that it was given
  const answer = async (request, response) => {
    const { link } = state;
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    const [, name, ...rest] = path.split('/');
    const file = join(folders[name] ?? '/nowhere', rest.join('/') || 'index.html');
    try {
      if (!packed.has(file)) packed.set(file, gzipSync(readFileSync(file)));
    } catch {
      response.writeHead(404).end();
      return;
    }
    const body = packed.get(file);
    if (link) await wait(link.latency);
    const ready = Date.now();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'cache-control': 'max-age=600' });
    for (let at = 0; at < body.length; at += CHUNK) {
      const chunk = body.subarray(at, at + CHUNK);
      if (link) {
        // Not from now: the timer is late by a millisecond or more, and the link was not idle meanwhile.
        free = Math.max(free, ready) + (chunk.length / link.rate) * 1000;
        await wait(free - Date.now());
      }
      response.write(chunk);
    }
    response.end();
  };
  const pair = certificate();
  const server = pair ? http2.createSecureServer({ ...pair, allowHTTP1: true }, answer) : http.createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    url: `${pair ? 'https' : 'http'}://localhost:${server.address().port}/`,
    close: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections?.();
      setTimeout(resolve, 1000);
    }),
  });
}
