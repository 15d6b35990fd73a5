// What the tagger needs, compressed whatever the host does. The single-file build puts another module here.
export async function model() {
  const response = await fetch(`./tagger.gz?v=${VERSION}`);
  if (!response.ok) throw new Error(`tagger: ${response.status}`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
