import { holdBounds } from './bounds';
import { exchange, exchangeByPasskey } from './exchange';
import { holdLaws } from './laws';
import { readVectors } from './vectors';

/** What the tests call in a browser or under Node: `openset.readVectors(texts)` and so on. */
Object.assign(globalThis, {
  openset: { readVectors, holdLaws, holdBounds, exchange, exchangeByPasskey },
});
