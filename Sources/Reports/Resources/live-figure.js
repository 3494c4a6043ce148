// A live block: its drawings, its controls, and one line that says what is shown.
class LiveFigure {
  // `data`: {block, name, figures, request, record, controls, steps, numbers, stand, source, printed}
  constructor(place, data, link) {
    const { element, make } = Controls;
    Object.assign(this, { place, data, link, turn: 0, isSeen: true, questions: [] });
    this.drawings = data.figures.map((id) => new Drawing(document.getElementById(id)));
    this.frame = this.drawings[0].figure;
    this.controls = data.controls.map((control) => ({
      control, part: make(control, () => this.changed(control.name), () => this.#ask('points')),
    }));
    this.printed = data.controls.map((control) => ({ ...control }));
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
      press('Verify', () => this.verify()), press('Keep beside', () => this.keep()));
    const shown = this.controls.filter((one) => !isButton(one));
    const elements = (folded) => shown.filter(({ control }) => Boolean(control.folded) === folded)
      .map(({ part }) => part.element);
    const further = elements(true);
    const fold = element(
      'details', { class: 'row further' }, element('summary', {}, 'Further settings'),
      element('div', {}, ...further));
    this.panel = element(
      'div', { class: 'ctl', role: 'group', 'aria-label': `Controls of ${data.name}` },
      ...elements(false), ...(further.length > 0 ? [fold] : []), this.buttons);
    this.status = element('p', { class: 'status', role: 'status' });
    this.box = element('div', { class: 'livebox' });
    place.append(this.panel, this.status, this.box);
    this.frame.classList.add('live');
    this.#offerBlock();
    this.#noteClaims();
    this.#watchSight();
    if (data.record) link.send({ do: 'remember', figure: this.id, record: data.record });
    this.drag = new Drag(this);
    this.points = new Points(this);
    const kept = Address.changes(this.id, data.controls);
    for (const { control, part } of this.controls) {
      if (control.name in kept) part.show(kept[control.name]);
    }
    for (const { control, part } of this.controls) part.element.hidden = control.hidden === true;
    this.#tell(data.numbers);
    this.values = this.#current();
    this.#follow();
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

  // The tools below the figure get one more.
  #offerBlock() {
    const tools = this.frame.querySelector('.tools');
    if (!tools) return;
    this.blockButton = Controls.element(
      'button', { type: 'button', class: 'block' }, 'Copy as notebook block');
    this.blockButton.addEventListener('click', () => this.copy(this.blockButton));
    const fold = tools.querySelector(':scope > :not(button)');
    tools.insertBefore(this.blockButton, fold);
  }

  // Claims were checked when the page was made.
  #noteClaims() {
    const claims = this.drawings.flatMap(({ figure }) => [...figure.querySelectorAll('.claims')]);
    this.notes = claims.map((list) => {
      const note = Controls.element('p', { class: 'of-print', hidden: true },
        'These claims, and numbers in the text, are of the printed figure.');
      list.before(note);
      return note;
    });
  }

  // Choices for each number of another control follow how many there are.
  #follow() {
    const value = (name) => this.controls.find(({ control }) => control.name === name)?.part.value;
    for (const { control, part } of this.controls) {
      part.follow?.((value(control.like) ?? []).length, value('activation'));
    }
  }

  // Numbers that a training found, of what is shown.
  #tell(numbers) {
    for (const { control, part } of this.controls) part.tell?.(numbers[control.name]);
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
    if (isPaused && this.frame.dataset.pending === '') this.say('computing', 'Paused.');
    if (this.isHeld) this.#expect();
    this.isHeld = false;
    this.#pause();
  }

  // Takes the last change back.
  undo() {
    const before = this.history?.pop();
    if (!before) return;
    this.last = null;
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

  // A control was moved. What moves on and on, as under a pointer, is undone at once.
  changed(name = '') {
    const now = performance.now();
    const isOn = name && name === this.last?.name && now - this.last.time < 700;
    if (!isOn) this.history = [...(this.history || []), this.values].slice(-50);
    this.last = { name, time: now };
    const choice = this.controls.find(({ control }) => control.name === name)?.control;
    if (choice?.form === 'choice') this.#dropRows(choice.option);
    if (['units', 'several'].includes(choice?.form)) this.#dropFound();
    this.values = this.#current();
    this.#apply(choice?.form === 'found');
    if (choice?.form === 'choice') this.#adapt();
  }

  // Rows of one's own take the place of a choice, until another one is made.
  #dropRows(option) {
    for (const { control, part } of this.controls) {
      if (control.form === 'rows' && control.option === option) part.show(control.value);
    }
  }

  // Numbers of a network of another shape are of no use.
  #dropFound() {
    for (const { control, part } of this.controls) if (control.form === 'found') part.show(null);
  }

  // Another choice has other values where the reader gave none, and other controls.
  async #adapt() {
    const turn = this.turn, found = await this.#ask('controls');
    if (turn !== this.turn) return;
    const changes = this.changes;
    for (const one of this.controls) {
      const { control, part } = one;
      const now = found.find(({ name }) => name === control.name);
      if (!now || control.form === 'seed' || control.name in changes) continue;
      control.value = now.value;
      part.show(now.value);
      part.element.hidden = now.hidden === true;
    }
    this.values = this.#current();
  }

  #current() { return this.controls.map(({ part }) => part.value); }

  // `holds`: what is set is looked at before it is trained.
  #apply(holds = false) {
    this.#follow();
    Address.keep(this.id, this.changes);
    delete this.frame.dataset.verified;
    if (Object.keys(this.changes).length === 0) this.showPrinted();
    else this.run(holds);
  }

  run(holds = false) {
    this.isVerifying = false;
    this.#send(this.changes, holds);
  }

  verify() {
    this.isVerifying = true;
    this.#send({});
  }

  reset() {
    this.controls.forEach(({ control, part }, i) => {
      const { value, hidden } = this.printed[i];
      Object.assign(control, { value, hidden });
      part.element.hidden = hidden === true;
      part.show(value);
    });
    this.changed();
  }

  showPrinted() {
    this.turn += 1;  // what is still under way is not wanted
    this.#calm();
    if (this.isPaused) {
      this.isPaused = this.isHeld = false;
      this.pauseButton.textContent = 'Pause';
    }
    for (const drawing of this.drawings) drawing.restore();
    this.#tell(this.data.numbers);
    this.box.replaceChildren();
    this.say('printed', this.#asPrinted());
  }

  // There is no engine: what was printed stays, and a line says why nothing can be moved.
  end(problem) {
    this.turn += 1;
    this.#calm();
    for (const drawing of this.drawings) drawing.restore();
    for (const part of [this.drag, this.points]) part.end();
    for (const part of [this.panel, this.box, this.kept, this.blockButton]) part?.remove();
    this.frame.classList.remove('live');
    delete this.frame.dataset.verified;
    this.say('ended', `As printed. The engine does not run here: ${problem}.`);
  }

  async copy(button) {
    const isChanged = Object.keys(this.changes).length > 0;
    await copyText(
      NotebookBlock.text(this.data, isChanged ? await this.#ask('options') : {}), button);
  }

  // ---- The runner

  #send(changes, holds = false) {
    this.turn += 1;
    this.sent = changes;
    this.link.send({
      do: 'start', figure: this.id, turn: this.turn, ids: this.data.figures,
      request: this.#request(changes), views: this.drawings.map(({ view }) => view),
      frames: !matchMedia('(prefers-reduced-motion: reduce)').matches && !this.isVerifying, holds,
    });
    this.isHeld = holds;
    if (holds) return this.#hold();
    this.#expect();
    if (this.isPaused) this.pause(false);
    else if (!this.isSeen) this.#pause();
  }

  #expect() {
    this.frame.dataset.pending = '';
    clearTimeout(this.staleTimer);
    this.staleTimer = setTimeout(() => {
      if (this.isPaused) return;
      this.frame.classList.add('busy');
      this.say('computing', 'Computing …');
    }, 50);
  }

  #hold() {
    this.#calm();
    this.isPaused = true;
    this.pauseButton.textContent = 'Run';
    this.link.rest(this.id);
    this.say('changed', `Changed by you: ${this.#sentence()} Run trains on from here.`);
  }

  #request(changes) {
    return JSON.stringify({ ...this.data.request, changes, fresh: this.isVerifying === true });
  }

  // Options or controls of the block, or its points, with the changes of its reader.
  #ask(what) {
    return new Promise((resolve) => {
      // Answers come in the order of the questions.
      this.questions.push((answer) => resolve(answer[what] ?? []));
      this.link.send({
        do: what === 'points' ? 'points' : 'describe', figure: `${this.id}?`, turn: 0,
        request: this.#request(this.changes),
      });
    });
  }

  hear(answer) {
    if (answer.figure === `${this.id}?`) return this.questions.shift()?.(answer);
    if (answer.turn !== this.turn) return;
    if (answer.problem) return this.#stop(answer.problem);
    if ('number' in answer) return this.#settle(answer);
    if (answer.result && !this.isVerifying) this.#draw(answer);
    if (answer.done) return this.#finish(answer);
    if (this.isHeld) return;
    if (this.isPaused || this.frame.classList.contains('busy')) {
      this.frame.style.setProperty('--done', `${100 * answer.share}%`);
      const word = this.isPaused ? 'Paused at' : 'Computing,';
      this.say('computing', `${word} ${Math.floor(100 * answer.share)} %`);
    }
  }

  // Nothing moves any more: drawings out of sight, and tables.
  #settle({ number, markup, table, isLast }) {
    if (isLast) delete this.frame.dataset.pending;
    const drawing = this.drawings[number];
    if (!drawing) return;
    if (this.frame.dataset.state === 'verified') return this.#judgeTable(drawing, table);
    if (!['changed', 'stopped'].includes(this.frame.dataset.state)) return;
    drawing.show(markup, drawing.words?.textContent);
    drawing.tell(table);
  }

  #draw({ result, markups }) {
    result.figures.forEach((figure, number) => {
      this.drawings[number]?.show(markups[number], figure.caption);
    });
    this.#tell(result.numbers);
    this.frame.classList.add('fresh');
  }

  #finish({ result, markups }) {
    this.#calm();
    this.frame.dataset.pending = 'settles';
    if (this.isVerifying) return this.#judge(result, markups);
    if (Object.keys(this.sent).length === 0) return this.showPrinted();
    const known = printedHeadings(this.drawings);
    const news = result.diagnoses.filter(({ heading }) => !known.has(heading));
    this.box.replaceChildren(...news.map(diagnosis));
    if (news.length > 0) this.say('stopped', news[0].heading);
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
    const wrong = differences(this, result, markups).next().value;
    this.frame.dataset.verified = String(!wrong);
    const all = result.metrics.length === 1 ? 'The metric equals the printed one'
      : `All ${result.metrics.length} metrics equal the printed ones`;
    if (wrong) this.say('differs', `Differs: ${wrong}.`);
    else this.say('verified', `Verified here: ${all}, bit for bit, and the drawings too.`);
  }

  // The data come a little later.
  #judgeTable(drawing, table) {
    if (drawing.table.isPrinted(table)) return;
    this.frame.dataset.verified = 'false';
    this.say('differs', 'Differs: the data of a figure are not the printed ones.');
  }

  // ---- Words

  #asPrinted() { return `As printed${this.data.stand ? `: ${this.data.stand}` : ''}.`; }

  #sentence() {
    const parts = Object.entries(this.sent).map(([name, value]) => {
      const index = this.controls.findIndex(({ control }) => control.name === name);
      return `${this.controls[index].control.label} ${told(value, this.printed[index].value)}`;
    });
    return `${parts.join('; ')}.`;
  }

  say(state, text) {
    this.frame.dataset.state = state;
    for (const note of this.notes) note.hidden = ['printed', 'verified', 'ended'].includes(state);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  // ---- Sight

  #watchSight() {
    const drawings = new Map(this.drawings.map((drawing) => [drawing.figure, drawing]));
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) drawings.get(entry.target).isSeen = entry.isIntersecting;
      this.isSeen = this.drawings.some((drawing) => drawing.isSeen);
      this.#pause();
      this.look();
    }, { rootMargin: '100px' });
    for (const figure of drawings.keys()) observer.observe(figure);
    addEventListener('resize', () => this.look());
  }

  // Only what is seen is drawn on the way.
  look() {
    const views = this.drawings.map(({ view }) => view), text = views.join();
    if (text === this.views) return;
    this.views = text;
    this.link.send({ do: 'view', figure: this.id, views });
  }

  #pause() {
    const paused = !this.isSeen || this.isPaused === true;
    this.link.send({ do: 'pause', figure: this.id, paused });
    if (paused) this.link.rest(this.id);
    else if (this.frame.dataset.pending === '') this.link.wake(this.id, this.turn);
  }
}
