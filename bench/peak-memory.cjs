// Required into a process that is measured: writes what it used at most where PEAK_MEMORY_FILE says, when it ends.
'use strict';
const fs = require('node:fs');

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const used = { peakBytes: maxRSS * 1024, cpuMillis: (userCPUTime + systemCPUTime) / 1000 };
  fs.writeFileSync(process.env.PEAK_MEMORY_FILE, JSON.stringify(used));
});
