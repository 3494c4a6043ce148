// Runs blocks for figures, in a Worker or, where there is none, beside the page: a slice of a few
// milliseconds after the other, in between it hears whether somebody moved a control.
//
//   in    {do: 'start', figure, turn, request, ids, views, frames, holds}
//         {do: 'pause', figure, paused}              with `holds` it begins with a pause
//         {do: 'step', figure}                       one epoch, and a pause
//         {do: 'view', figure, views}                what is seen of it: 'wide', 'narrow' or ''
//         {do: 'remember', figure, record}           what is printed, base64
//         {do: 'describe', figure, turn, request}    {do: 'points', figure, turn, request}
//         {do: 'engine', encoded}                    base64 of the module's gzip file
//   out   {figure, turn, share}                      so much is done
//         {figure, turn, share, done, result, markups}   a picture of what is seen
//         {figure, turn, number, markup, table, isLast}   each drawing and table, a little later
//         {figure, turn, options} {figure, turn, points}   answers to questions
//         {figure, turn, problem}                    nothing will come
//         {ready} {ready: false, problem}            whether there is an engine
function runner(scope) {
  const slice = 8, firstFrame = 25, frame = 50, calm = 120;
  const largestMemory = 96 << 20, mostEngines = 3;
  const engines = new Map(), runs = new Map(), ended = new Map(), records = new Map();
  const waiting = [], bell = new MessageChannel();
  let module = null, spare = null, isRinging = false;

  function decoded(text) {
    return Uint8Array.fromBase64?.(text)
      ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  }

  async function compile(encoded) {
    const packed = new Blob([decoded(encoded)]).stream();
    const inflated = packed.pipeThrough(new DecompressionStream('gzip'));
    const sorted = new Uint8Array(await new Response(inflated).arrayBuffer());
    return WebAssembly.compile(joined(sorted));
  }

  // The one that was made to see whether there is memory for it, then new ones.
  function instance() {
    const made = spare ?? new Engine(module);
    spare = null;
    return made;
  }

  function fresh(figure) {
    const made = instance();
    if (records.has(figure)) made.remember(records.get(figure));
    return made;
  }

  // The engine of a figure; those that were used last are kept.
  function engine(figure) {
    let own = engines.get(figure);
    if (!own || own.memory > largestMemory) own = fresh(figure);
    engines.delete(figure);
    engines.set(figure, own);
    for (const other of engines.keys()) {
      if (engines.size <= mostEngines) break;
      if (!runs.has(other) && !ended.has(other)) engines.delete(other);
    }
    return own;
  }

  // Whatever goes wrong ends the run; after a trap the figure gets a new instance.
  function attempt({ figure, turn }, work) {
    try {
      return work();
    } catch (error) {
      runs.delete(figure);
      if (!(error instanceof EngineProblem)) engines.delete(figure);
      const problem = error instanceof EngineProblem
        ? error.message : 'the engine met a limit of memory or time';
      scope.postMessage({ figure, turn, problem });
    }
  }

  function start(order) {
    clearTimeout(ended.get(order.figure));
    ended.delete(order.figure);
    attempt(order, () => {
      engine(order.figure).start(order.request);
      const now = performance.now();
      runs.delete(order.figure);  // and to the end of the row
      runs.set(order.figure, { ...order, paused: false, next: now + firstFrame, told: now });
      ring();
    });
  }

  // Questions have an instance of their own: the figure's may be in the middle of a run.
  function describe({ figure, turn, request }) {
    attempt({ figure, turn }, () => {
      scope.postMessage({ figure, turn, ...instance().describe(request) });
    });
  }

  function points({ figure, turn, request }) {
    attempt({ figure, turn }, () => {
      const own = instance();
      own.start(request);
      while (!own.result() && own.advance());
      scope.postMessage({ figure, turn, points: own.points() });
    });
  }

  function picture(run, share, done) {
    const own = engines.get(run.figure), from = performance.now();
    const result = own.result();
    if (!result) return;
    const isWhole = !run.frames && done;
    const markups = result.figures.map((_, number) => {
      if (isWhole) return own.figure(number, run.ids[number] || '');
      const view = run.views[number];
      return view ? own.figure(number, run.ids[number] || '', view) : null;
    });
    scope.postMessage({ figure: run.figure, turn: run.turn, share, done, result, markups });
    const now = performance.now();
    // Drawing may take a fifth of the time.
    run.next = now + Math.max(frame, 4 * (now - from));
    run.told = now;
    if (done) ended.set(run.figure, setTimeout(() => settle(run, result), calm));
  }

  // Nobody moved a control for a while: the drawings that are not seen, and the tables.
  function settle(run, result) {
    ended.delete(run.figure);
    attempt(run, () => {
      const own = engines.get(run.figure);
      // A message each: the page does not take them all in at once.
      result.figures.forEach((_, number) => scope.postMessage({
        figure: run.figure, turn: run.turn, number, isLast: number === result.figures.length - 1,
        markup: own.figure(number, run.ids[number] || ''), table: own.table(number),
      }));
    });
  }

  function advance(run) {
    if (run.holds) {
      Object.assign(run, { holds: false, paused: true });
      return picture(run, 0, false);
    }
    const own = engines.get(run.figure), end = performance.now() + slice;
    let more = true;
    while (more && performance.now() < end) more = own.advance();
    const now = performance.now();
    if (!more) {
      runs.delete(run.figure);
      picture(run, 1, true);
    } else if (run.frames && now >= run.next) {
      picture(run, own.share, false);
    } else if (now >= run.told + 100) {
      run.told = now;
      scope.postMessage({ figure: run.figure, turn: run.turn, share: own.share });
    }
  }

  // One epoch more of a run that was paused.
  function step({ figure }) {
    const run = runs.get(figure);
    if (!run) return;
    run.paused = true;
    attempt(run, () => {
      const own = engines.get(figure), more = own.advance();
      if (!more) runs.delete(figure);
      picture(run, own.share, !more);
    });
  }

  function ring() {
    if (isRinging || ![...runs.values()].some((run) => !run.paused)) return;
    isRinging = true;
    bell.port2.postMessage(null);
  }

  bell.port1.onmessage = () => {
    isRinging = false;
    const run = [...runs.values()].find((one) => !one.paused);
    if (!run) return;
    runs.delete(run.figure);
    runs.set(run.figure, run);
    attempt(run, () => advance(run));
    ring();
  };

  const tasks = {
    start,
    describe,
    points,
    step,
    pause({ figure, paused }) {
      const run = runs.get(figure);
      if (run) run.paused = paused;
      ring();
    },
    view({ figure, views }) {
      const run = runs.get(figure);
      if (!run) return;
      run.views = views;
      // What comes into sight of a paused run is drawn, as nothing else would draw it.
      if (run.paused && views.some(Boolean)) {
        attempt(run, () => picture(run, engines.get(figure).share, false));
      }
    },
    remember({ figure, record }) {
      records.set(figure, decoded(record));
    },
    async engine({ encoded }) {
      let problem = 'it cannot be read';
      try {
        const compiled = await compile(encoded);
        problem = 'there is no memory for it';
        spare = new Engine(compiled);
        module = compiled;
      } catch {
        scope.postMessage({ ready: false, problem });
        return;
      }
      scope.postMessage({ ready: true });
      for (const order of waiting.splice(0)) tasks[order.do](order);
    },
  };

  return (order) => {
    if (!module && order.do !== 'engine') waiting.push(order);
    else tasks[order.do](order);
  };
}
