// Puts a module together again whose bytes livegen sorted by what they mean; its SortedModule.swift
// describes the order.
function joined(sorted) {
  const head = 0, tail = 1, frames = 2, codes = 3, labels = 4, streams = 22, rows = 788;
  const places = new Uint32Array(streams);
  let place = 0, size = 0;

  function number() {
    let value = 0, shift = 0, byte;
    do {
      byte = sorted[place++];
      value |= (byte & 127) << shift;
      shift += 7;
    } while (byte > 127);
    return value;
  }

  const module = new Uint8Array(number());
  const sizes = Array.from(places, number);
  const table = sorted.subarray(place, place += 3 * rows);
  sizes.forEach((length, stream) => {
    places[stream] = place;
    place += length;
  });

  function takeBytes(stream, count) {
    let from = places[stream];
    for (const end = from + count; from < end;) module[size++] = sorted[from++];
    places[stream] = from;
  }

  function takeNumber(stream) {
    place = places[stream];
    const value = number();
    takeBytes(stream, place - places[stream]);
    return value;
  }

  // What the number is does not matter to most instructions, and there are half a million of them.
  function skipNumber(stream) {
    let from = places[stream], byte;
    do byte = module[size++] = sorted[from++]; while (byte > 127);
    places[stream] = from;
  }

  function takeInstruction() {
    const code = module[size++] = sorted[places[codes]++];
    // Two codes begin one of two numbers.
    const row = 3 * (code < 0xfc ? code : 256 * (code - 0xfb) + takeNumber(codes));
    let stream = table[row];
    const isTable = stream === labels;
    for (let more = isTable ? takeNumber(labels) + 1 : table[row + 1]; more > 0; more -= 1) {
      skipNumber(isTable ? stream : stream++);
    }
    if (table[row + 2] > 0) takeBytes(stream, table[row + 2]);
  }

  function takeFunction() {
    const length = takeNumber(frames), end = size + length;
    for (let kinds = takeNumber(frames); kinds > 0; kinds -= 1) {
      takeNumber(frames);
      takeBytes(frames, 1);
    }
    while (size < end) takeInstruction();
  }

  takeBytes(head, sizes[head]);
  while (size < module.length - sizes[tail]) takeFunction();
  takeBytes(tail, sizes[tail]);
  return module;
}
