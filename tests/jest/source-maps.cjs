'use strict';
const fs = require('node:fs');
const { placeOf } = require('../../scripts/run/typescript.cjs');

/** As swc ends what it makes. */
const INLINE = /\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

/**
 * Where the map of each TypeScript file stands, as Jest asks for it when it tells where an error came from: its own for what it made
 * itself, and for what Node has loaded (`runtime.cjs`) one that is taken out of what was made of it, the first time it is asked for.
 */
class SourceMaps {
  constructor(ofJest) {
    this.ofJest = ofJest;
  }

  get(filename) {
    return this.ofJest.get(filename) ?? mapOf(placeOf(filename));
  }

  [Symbol.iterator]() {
    return this.ofJest[Symbol.iterator]();
  }
}

function mapOf(place) {
  if (place === undefined) return undefined;
  const map = `${place}.map`;
  if (fs.existsSync(map)) return map;
  try {
    const [, encoded] = INLINE.exec(fs.readFileSync(place, 'utf8')) ?? [];
    if (encoded === undefined) return undefined;
    fs.writeFileSync(map, Buffer.from(encoded, 'base64'));
    return map;
  } catch {
    // Where nothing may be kept, an error names the line of what was made.
    return undefined;
  }
}

module.exports = { SourceMaps };
