// Stands in the page's head as it is built, before styles and modules: the engine is fetched and compiled and the worker
// starts while these are read. client.js takes them over, with what the worker has said so far.
import { spawn } from './spawn.js';

const said = [];
const { worker, engine } = spawn();
worker.onmessage = worker.onerror = (event) => said.push(event);
globalThis.early = { worker, engine, said };
