// Answers requests with the module: node requests.js MODULE, a request a line on standard input.
// Each line of the output is JSON: {"problem": "…"} or {"result": {…}, "figures": ["<svg…"]}.
const fs = require('node:fs');
const module_ = new WebAssembly.Module(fs.readFileSync(process.argv[2]));

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
  const code = give(Buffer.from(line, 'base64'), exports.live_start);
  if (code < 0) return { code, problem: reply() };
  let steps = 0;
  while (exports.live_advance(1) > 0) steps += 1;
  exports.live_result();
  const result = reply();
  const figures = JSON.parse(result).figures.map((_, number) => {
    give(Buffer.from(`f${number}`), (...bytes) => exports.live_figure(number, ...bytes));
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
