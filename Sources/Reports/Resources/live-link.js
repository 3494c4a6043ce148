// The page's way to the runner: a Worker for all figures; without one, the runner beside the page.
class Link {
  // What the runner does not answer for so long is ended.
  static patience = 5000;
  // So many Workers in a row may end without having done anything.
  static lives = 3;

  // `encoded` is the engine, base64 of a gzip file.
  constructor(encoded, hear) {
    this.hear = hear;
    this.encoded = encoded;
    this.busy = new Map();
    this.lasting = [];  // what a Worker that is started anew must hear again
    this.lost = 0;
    this.#open();
  }

  send(order) {
    if (order.do === 'remember') this.lasting.push(order);
    if (['start', 'describe', 'points'].includes(order.do)) this.busy.set(order.figure, order.turn);
    this.#watch();
    this.post(order);
  }

  #open() {
    try {
      this.#openWorker();
    } catch {
      this.#openHere();
    }
    this.busy.set('engine');
    this.#watch();
    this.post({ do: 'engine', encoded: this.encoded });
    for (const order of this.lasting) this.post(order);
  }

  #openWorker() {
    const source = `${joined}\n${Engine}\n${EngineProblem}\n${runner}\n`
      + 'const hear = runner(self); onmessage = ({ data }) => hear(data);';
    const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
    const worker = new Worker(address);
    let isAlive = false;
    worker.onmessage = ({ data }) => {
      isAlive = true;
      this.#receive(data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      if (isAlive) return this.#restart();
      // Workers are forbidden here.
      worker.terminate();
      const orders = this.orders;
      this.#openHere();
      for (const order of orders) this.post(order);
    };
    this.orders = [];
    this.post = (order) => {
      if (!isAlive) this.orders.push(order);
      worker.postMessage(order);
    };
    this.end = () => worker.terminate();
    this.isWorker = true;
  }

  #openHere() {
    const tell = runner({ postMessage: (answer) => queueMicrotask(() => this.#receive(answer)) });
    this.post = tell;
    this.end = () => {};
    this.isWorker = false;
  }

  #receive(answer) {
    this.lastHeard = performance.now();
    if ('ready' in answer) this.busy.delete('engine');
    if (answer.ready === false) return this.#giveUp(answer.problem);
    const isOver = answer.done || answer.problem || answer.options || answer.points;
    if (isOver && this.busy.get(answer.figure) === answer.turn) this.busy.delete(answer.figure);
    if (isOver) this.lost = 0;
    this.hear(answer);
  }

  // A slice that does not end takes the Worker with it, and only that.
  #watch() {
    if (this.timer) return;
    this.lastHeard = performance.now();
    this.timer = setInterval(() => {
      if (this.busy.size === 0 || document.hidden) {
        clearInterval(this.timer);
        this.timer = null;
      } else if (this.isWorker && performance.now() - this.lastHeard > Link.patience) {
        this.#restart();
      }
    }, 1000);
  }

  #restart() {
    const lost = [...this.busy];
    this.busy.clear();
    this.lost += 1;
    if (this.lost === Link.lives) return this.#giveUp('it stopped again and again');
    this.end();
    this.#open();
    for (const [figure, turn] of lost) {
      this.hear({ figure, turn, problem: 'the engine did not answer and was started anew' });
    }
  }

  // A paused run is silent and not lost.
  rest(figure) { this.busy.delete(figure); }

  // It goes on, and is heard of again.
  wake(figure, turn) {
    this.busy.set(figure, turn);
    this.lastHeard = performance.now();
    this.#watch();
  }

  // There will be no engine: nothing is sent any more.
  #giveUp(problem) {
    this.busy.clear();
    this.end();
    this.send = () => {};
    this.hear({ ready: false, problem });
  }
}
