// Runs blocks for figures, in a Worker or, where there is none, beside the page: a slice of a few
// milliseconds after the other, in between it hears whether somebody moved a control.
//
//   in    {do: 'start', figure, turn, request, ids, frames}   {do: 'pause', figure, paused}
//         {do: 'step', figure}                                 one epoch, and a pause
//         {do: 'describe', figure, turn, request}              {do: 'engine', bytes}
//   out   {figure, turn, share}            so much is done
//         {figure, turn, share, done, result, markups}   a picture
//         {figure, turn, options}          the options of a described block
//         {figure, turn, problem}          nothing will come
//         {ready}                          the engine is compiled, or not: {ready: false, problem}
function runner(scope) {
  const slice = 8, firstFrame = 25, frame = 50, largestMemory = 96 << 20;
  const engines = new Map(), runs = new Map(), waiting = [];
  const bell = new MessageChannel();
  let module = null, isRinging = false;

  async function compile(bytes) {
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return WebAssembly.compile(await new Response(inflated).arrayBuffer());
  }

  function engine(figure) {
    const kept = engines.get(figure);
    if (kept && kept.memory <= largestMemory) return kept;
    const made = new Engine(module);
    engines.set(figure, made);
    return made;
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
    attempt(order, () => {
      engine(order.figure).start(order.request);
      const now = performance.now();
      runs.delete(order.figure);  // and to the end of the row
      runs.set(order.figure, { ...order, paused: false, next: now + firstFrame, told: now });
      ring();
    });
  }

  function describe({ figure, turn, request }) {
    attempt({ figure, turn }, () => {
      // Another instance: the figure's own may be in the middle of a run.
      scope.postMessage({ figure, turn, ...new Engine(module).describe(request) });
    });
  }

  function picture(run, share, done) {
    const own = engines.get(run.figure), from = performance.now();
    const result = own.result();
    if (!result) return;
    const markups = result.figures.map((_, number) => own.figure(number, run.ids[number] || ''));
    scope.postMessage({ figure: run.figure, turn: run.turn, share, done, result, markups });
    const now = performance.now();
    // Drawing may take a fifth of the time.
    run.next = now + Math.max(frame, 4 * (now - from));
    run.told = now;
  }

  function advance(run) {
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
    step,
    pause({ figure, paused }) {
      const run = runs.get(figure);
      if (run) run.paused = paused;
      ring();
    },
    async engine({ bytes }) {
      try {
        module = await compile(bytes);
        scope.postMessage({ ready: true });
        for (const order of waiting.splice(0)) tasks[order.do](order);
      } catch (error) {
        scope.postMessage({ ready: false, problem: String(error) });
      }
    },
  };

  return (order) => {
    if (!module && order.do !== 'engine') waiting.push(order);
    else tasks[order.do](order);
  };
}
