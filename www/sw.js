// Offline: one cache a version. The build puts the version and the list of files in place of the two tokens, so
// that the glue and its wasm always come from the same build. A new version waits until the page is opened again.
const VERSION = 'mitjul-__VERSION__';
const FILES = /* the build's list */ __PRECACHE__;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith('mitjul-') && name !== VERSION) await caches.delete(name);
    await self.clients.claim(); // so that what is loaded on first use is there offline in the first visit too
  })());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith((async () => {
    const cache = await caches.open(VERSION);
    return (await cache.match(request, { ignoreSearch: request.mode === 'navigate' })) ?? fetch(request);
  })());
});
