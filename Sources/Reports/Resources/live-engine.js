// One instance of the engine's module, which runs one block at a time. Everything crosses as bytes
// in its memory; a reply lies there until the next call.
class Engine {
  constructor(module) {
    this.exports = new WebAssembly.Instance(module, {}).exports;
  }

  // Begins the block of a request.
  start(request) {
    const code = this.#give(request, (...bytes) => this.exports.live_start(...bytes));
    if (code < 0) throw new EngineProblem(this.#reply());
  }

  // Controls and options of the block of a request.
  describe(request) {
    const size = this.#give(request, (...bytes) => this.exports.live_describe(...bytes));
    if (size < 0) throw new EngineProblem(this.#reply());
    return JSON.parse(this.#reply(size));
  }

  // Does the next epoch; whether another one follows.
  advance() {
    const more = this.exports.live_advance(1);
    if (more < 0) throw new EngineProblem(this.#reply());
    return more > 0;
  }

  get share() { return this.exports.live_share(); }

  // Metrics, captions and diagnoses of what is done; null if that is nothing yet.
  result() {
    const size = this.exports.live_result();
    return size > 0 ? JSON.parse(this.#reply(size)) : null;
  }

  // The markup of a figure of the last result; ids in it begin with `id`. With a view, 'wide' or
  // 'narrow', it is the drawing of each panel that is seen there.
  figure(number, id, view = 'both') {
    const drawings = ['both', 'wide', 'narrow'].indexOf(view);
    return this.#reply(
      this.#give(id, (...bytes) => this.exports.live_figure(number, drawings, ...bytes)));
  }

  // The numbers behind a figure of the last result.
  table(number) {
    const size = this.exports.live_table(number);
    return size > 0 ? JSON.parse(this.#reply(size)) : null;
  }

  // The points of the last result, as a block can state them.
  points() { return JSON.parse(this.#reply(this.exports.live_points())); }

  // Takes what the printed figure was made from.
  remember(record) {
    const place = this.exports.live_alloc(record.length);
    new Uint8Array(this.exports.memory.buffer, place, record.length).set(record);
    this.exports.live_remember(place, record.length);
    this.exports.live_free(place);
  }

  get memory() { return this.exports.memory.buffer.byteLength; }

  #give(text, call) {
    const bytes = new TextEncoder().encode(text);
    if (bytes.length === 0) return call(0, 0);
    const place = this.exports.live_alloc(bytes.length);
    if (place === 0) throw new EngineProblem('these values are too many for the engine');
    try {
      // Memory may have grown by the call before: its buffer is asked for only now.
      new Uint8Array(this.exports.memory.buffer, place, bytes.length).set(bytes);
      return call(place, bytes.length);
    } finally {
      this.exports.live_free(place);
    }
  }

  #reply(size = this.exports.live_reply_size()) {
    const bytes = new Uint8Array(this.exports.memory.buffer, this.exports.live_reply(), size);
    return new TextDecoder().decode(bytes);
  }
}

// What the engine says is wrong with a request: a message for readers.
class EngineProblem extends Error {}
