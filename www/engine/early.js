// Starts the worker before the page's other modules are there: the engine is the longest way to the first marks.
import { start } from './client.js';

start();
