// Every command starts here: `node scripts/run.cjs COMMAND …`. Node's core only, since it runs before anything is
// installed, and without newer syntax up to the check of Node's version, so that an old Node gets to say it.
'use strict';

var needed = [20, 19];
var found = process.versions.node.split('.').map(Number);
if (found[0] < needed[0] || (found[0] === needed[0] && found[1] < needed[1])) {
  process.stderr.write(
    'Node ' +
      needed.join('.') +
      ' or newer is needed, and this is ' +
      process.version +
      '. Get one from https://nodejs.org\n',
  );
  process.exit(1);
}
require('./run/command.cjs').run(process.argv.slice(2));
