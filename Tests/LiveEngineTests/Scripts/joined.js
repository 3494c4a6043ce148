// The module of a file that livegen sorted, put together by the code of pages.
const fs = require('node:fs');
const path = require('node:path');
const page = path.join(__dirname, '../../../Sources/Reports/Resources/live-module.js');
const joined = new Function(`${fs.readFileSync(page)}; return joined;`)();

module.exports = (file) => joined(fs.readFileSync(file));
