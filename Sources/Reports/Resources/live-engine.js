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

  // The markup of a figure of the last result; ids in it begin with `id`.
  figure(number, id) {
    return this.#reply(this.#give(id, (...bytes) => this.exports.live_figure(number, ...bytes)));
  }

  get memory() { return this.exports.memory.buffer.byteLength; }

  #give(text, call) {
    const bytes = new TextEncoder().encode(text);
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
