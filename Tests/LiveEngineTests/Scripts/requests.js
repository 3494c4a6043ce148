// Answers requests with the module: node requests.js MODULE, a request a line on standard input, in
// base64, with at most 60 steps each if it begins with "!".
// Each line of the output is JSON: {"problem": "…"} or {"result": {…}, "figures": ["<svg…"]}.
const fs = require('node:fs');
const module_ = new WebAssembly.Module(require('./joined.js')(process.argv[2]));

function answer(line) {
  const { exports } = new WebAssembly.Instance(module_, {});
  const give = (bytes, call) => {
    const place = exports.live_alloc(bytes.length);
    new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
    const value = call(place, bytes.length);
    exports.live_free(place);
    return value;
  };
  const reply = () => Buffer.from(
    exports.memory.buffer, exports.live_reply(), exports.live_reply_size()).toString();
  const most = line[0] === '!' ? 60 : Infinity;
  const request = Buffer.from(line.replace('!', ''), 'base64');
  // No record at all: it must be of no consequence.
  give(request, exports.live_remember);
  const code = give(request, exports.live_start);
  if (code < 0) return { code, problem: reply() };
  let steps = 0;
  while (steps < most && exports.live_advance(1) > 0) steps += 1;
  const size = exports.live_result();
  const result = size > 0 ? reply() : '{"figures":[]}';
  for (const number of [-1, 1000]) {
    exports.live_table(number);
    exports.live_figure(number, number, 0, 0);
  }
  exports.live_points();
  exports.live_table(0);
  const figures = JSON.parse(result).figures.map((_, number) => {
    give(Buffer.from(`f${number}`), (...bytes) => exports.live_figure(number, 0, ...bytes));
    return reply();
  });
  return { code, steps, result, figures };
}

for (const line of fs.readFileSync(0, 'utf8').split('\n').filter((one) => one)) {
  let text;
  try {
    text = answer(line);
  } catch (error) {
    text = { trap: String(error) };
  }
  console.log(JSON.stringify(text));
}
