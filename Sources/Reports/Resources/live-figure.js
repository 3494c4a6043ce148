// A live block: its drawings, its controls, and one line that says what is shown.
class LiveFigure {
  // `data`: {name, request, controls, figures, source, seed}
  constructor(place, data, link) {
    const { element, make } = Controls;
    Object.assign(this, { place, data, link, turn: 0, isSeen: true });
    this.drawings = data.figures.map((id) => new Drawing(document.getElementById(id)));
    this.frame = this.drawings[0].figure;
    this.controls = data.controls
      .map((control) => ({ control, part: make(control, () => this.changed()) }));
    const press = (text, work) => {
      const button = element('button', { type: 'button', class: 'btn' }, text);
      button.addEventListener('click', () => work(button));
      return button;
    };
    const isButton = ({ control }) => control.form === 'seed';
    this.buttons = element(
      'div', { class: 'btns' }, ...this.controls.filter(isButton).map(({ part }) => part.element),
      ...(data.steps ? this.#player(press) : []),
      press('Undo', () => this.undo()), press('Reset', () => this.reset()),
      press('Keep beside', () => this.keep()), press('Verify', () => this.verify()),
      press('Copy as block', (button) => this.copy(button)));
    this.panel = element(
      'div', { class: 'ctl', role: 'group', 'aria-label': `Controls of ${data.name}` },
      ...this.controls.filter((one) => !isButton(one)).map(({ part }) => part.element),
      this.buttons);
    this.status = element('p', { class: 'status', role: 'status' });
    this.box = element('div', { class: 'livebox' });
    place.append(this.panel, this.status, this.box);
    this.frame.classList.add('live');
    this.#watchSight();
    const kept = Address.changes(this.id);
    for (const { control, part } of this.controls) {
      if (control.name in kept) part.show(kept[control.name]);
    }
    this.values = this.#current();
    this.say('printed', this.#asPrinted());
    if (Object.keys(this.changes).length > 0) {
      this.frame.scrollIntoView();
      this.run();
    }
  }

  get id() { return this.data.figures[0]; }

  // What differs from the printed block: names with values.
  get changes() {
    const changed = this.controls.filter(
      ({ control, part }) => JSON.stringify(part.value) !== JSON.stringify(control.value));
    return Object.fromEntries(changed.map(({ control, part }) => [control.name, part.value]));
  }

  // Pause and step, for experiments that one wants to watch.
  #player(press) {
    this.pauseButton = press('Pause', () => this.pause(!this.isPaused));
    return [this.pauseButton, press('Step', () => {
      if (!this.isPaused) this.run();
      this.pause(true);
      this.link.send({ do: 'step', figure: this.id });
    })];
  }

  pause(isPaused) {
    this.isPaused = isPaused;
    this.pauseButton.textContent = isPaused ? 'Run' : 'Pause';
    this.#pause();
  }

  // Takes the last change back.
  undo() {
    const before = this.history?.pop();
    if (!before) return;
    this.controls.forEach(({ part }, i) => part.show(before[i]));
    this.values = before;
    this.#apply();
  }

  // Puts what is shown now below, to compare with what comes.
  keep() {
    const { element } = Controls;
    const words = this.status.textContent, copies = this.drawings[0].place.cloneNode(true);
    for (const named of copies.querySelectorAll('[id]')) named.removeAttribute('id');
    this.kept ??= this.place.appendChild(element('div', { class: 'kept' }));
    this.kept.prepend(element('div', {}, element('p', { class: 'status' }, words), copies));
    while (this.kept.children.length > 2) this.kept.lastChild.remove();
  }

  changed() {
    this.history = [...(this.history || []), this.values].slice(-50);
    this.values = this.#current();
    this.#apply();
  }

  #current() { return this.controls.map(({ part }) => part.value); }

  #apply() {
    Address.keep(this.id, this.changes);
    delete this.frame.dataset.verified;
    if (Object.keys(this.changes).length === 0) this.showPrinted();
    else this.run();
  }

  run() {
    this.isVerifying = false;
    this.#send(this.changes);
  }

  verify() {
    this.isVerifying = true;
    this.#send({});
  }

  reset() {
    for (const { control, part } of this.controls) part.show(control.value);
    this.changed();
  }

  showPrinted() {
    this.turn += 1;  // what is still under way is not wanted
    this.#calm();
    for (const drawing of this.drawings) drawing.restore();
    this.box.replaceChildren();
    this.say('printed', this.#asPrinted());
  }

  async copy(button) {
    const changes = this.changes, label = button.textContent;
    const options = Object.keys(changes).length > 0 ? await this.#described(changes) : {};
    const text = NotebookBlock.text(this.data, options);
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed here';
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  // ---- The runner

  #send(changes) {
    this.turn += 1;
    this.sent = changes;
    this.frame.dataset.pending = '';
    this.link.send({
      do: 'start', figure: this.id, turn: this.turn, ids: this.data.figures,
      request: JSON.stringify({ ...this.data.request, changes }),
      frames: !matchMedia('(prefers-reduced-motion: reduce)').matches && !this.isVerifying,
    });
    clearTimeout(this.staleTimer);
    this.staleTimer = setTimeout(() => {
      this.frame.classList.add('busy');
      this.say('computing', 'Computing …');
    }, 50);
    if (this.isPaused) this.pause(false);
    else if (!this.isSeen) this.#pause();
  }

  #described(changes) {
    return new Promise((resolve) => {
      this.resolveDescription = resolve;
      this.link.send({
        do: 'describe', figure: `${this.id}?`, turn: 0,
        request: JSON.stringify({ ...this.data.request, changes }),
      });
    });
  }

  hear(answer) {
    if (answer.figure === `${this.id}?`) {
      return this.resolveDescription?.(answer.options ? answer.options : {});
    }
    if (answer.turn !== this.turn) return;
    if (answer.problem) return this.#stop(answer.problem);
    if (answer.result && !this.isVerifying) this.#draw(answer);
    if (answer.done) return this.#finish(answer);
    if (this.frame.classList.contains('busy')) {
      this.frame.style.setProperty('--done', `${100 * answer.share}%`);
      this.say('computing', `Computing, ${Math.floor(100 * answer.share)} %`);
    }
  }

  #draw({ result, markups }) {
    result.figures.forEach((figure, number) => {
      this.drawings[number]?.show(markups[number], figure.caption);
    });
    this.frame.classList.remove('stale');
    this.frame.classList.add('fresh');
  }

  #finish({ result, markups }) {
    this.#calm();
    if (this.isVerifying) return this.#judge(result, markups);
    this.#diagnose(result.diagnoses);
    if (result.diagnoses.length > 0) this.say('stopped', result.diagnoses[0].heading);
    else this.say('changed', `Changed by you: ${this.#sentence()}`);
  }

  #stop(problem) {
    this.#calm();
    this.say('stopped', `Not possible: ${problem}.`);
  }

  #calm() {
    clearTimeout(this.staleTimer);
    delete this.frame.dataset.pending;
    this.frame.classList.remove('busy', 'fresh');
    this.frame.style.removeProperty('--done');
  }

  // ---- Verify

  #judge(result, markups) {
    this.isVerifying = false;
    const wrong = result.metrics.find(([name, bits]) => {
      const printed = this.data.printed.get(name);
      return printed === undefined || !sameBits(bits, printed);
    });
    const drawing = this.drawings.find((one, number) => !one.isPrinted(markups[number] || ''));
    const isSame = !wrong && !drawing && result.metrics.length === this.data.printed.size;
    this.frame.dataset.verified = String(isSame);
    const all = result.metrics.length === 1 ? 'The metric equals the printed one'
      : `All ${result.metrics.length} metrics equal the printed ones`;
    if (isSame) this.say('verified', `Verified here: ${all}, bit for bit, and the drawings too.`);
    else if (wrong) {
      const printed = this.data.printed.get(wrong[0]);
      this.say('differs', `Differs: ${wrong[0]} is ${wrong[2]} here, printed is ${printed}.`);
    } else this.say('differs', 'Differs: the numbers are equal, the drawings are not.');
  }

  // ---- Words

  #asPrinted() { return `As printed${this.data.stand ? `: ${this.data.stand}` : ''}.`; }

  #sentence() {
    const parts = Object.entries(this.sent).map(([name, value]) => {
      const { control } = this.controls.find((one) => one.control.name === name);
      return `${control.label} ${LiveFigure.#told(value, control.value)}`;
    });
    return `${parts.join('; ')}.`;
  }

  static #told(value, printed) {
    const text = (one) => (typeof one === 'number' ? Controls.written(one)
      : typeof one === 'boolean' ? (one ? 'on' : 'off') : String(one));
    if (printed === null) return text(value);
    if (!Array.isArray(value)) return `${text(value)} instead of ${text(printed)}`;
    return value.map(text).join(', ');
  }

  say(state, text) {
    this.frame.dataset.state = state;
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  #diagnose(diagnoses) {
    const { element } = Controls;
    this.box.replaceChildren(...diagnoses.map(({ heading, entries }) => element(
      'div', { class: 'box diag' }, element('p', { class: 'bh' }, heading),
      element('div', { class: 'dg' }, element('dl', {}, ...entries.flatMap(
        ([term, text]) => [element('dt', {}, term), element('dd', {}, text)]))))));
  }

  // ---- Sight

  #watchSight() {
    new IntersectionObserver(([entry]) => {
      this.isSeen = entry.isIntersecting;
      this.#pause();
    }, { rootMargin: '100px' }).observe(this.frame);
  }

  #pause() {
    const paused = !this.isSeen || this.isPaused === true;
    this.link.send({ do: 'pause', figure: this.id, paused });
    if (paused) this.link.rest(this.id);
  }
}
