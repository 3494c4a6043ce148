// Drawings that are operated themselves: what shows a number of an option, <g data-of="weights 3">,
// is drawn to the right or up to make it larger, where the figure has a control for the option.
class Drag {
  // How far from an edge the pointer may be, in pixels.
  static reach = 4;

  constructor(figure) {
    this.figure = figure;
    this.parts = new Map(figure.controls
      .filter(({ control }) => control.form === 'numbers')
      .map((one) => [one.control.name, one]));
    if (this.parts.size === 0) return;
    this.#style();
    for (const { place } of figure.drawings) {
      place.addEventListener('pointerdown', (event) => this.#begin(event, place));
    }
  }

  #begin(event, place) {
    const found = event.button === 0 && this.#found(event, place);
    if (!found) return;
    const { part: { control, part }, index } = found;
    event.preventDefault();
    scrub(place, event, control, part.value[index], (number) => {
      part.show(part.value.with(index, number));
      this.figure.changed(control.name);
    });
  }

  // The number nearest to the pointer.
  #found({ clientX, clientY }, place) {
    for (const distance of [0, Drag.reach / 2, Drag.reach]) {
      for (const [x, y] of [[0, 0], [0, 1], [0, -1], [1, 0], [-1, 0]]) {
        const element = document.elementFromPoint(clientX + distance * x, clientY + distance * y);
        const marked = element?.closest('[data-of]');
        if (!marked || !place.contains(marked)) continue;
        const [name, index] = marked.dataset.of.split(' ');
        const part = this.parts.get(name);
        if (part && Number(index) < part.part.value.length) return { part, index: Number(index) };
      }
    }
    return null;
  }

  end() {
    this.parts.clear();
    if (this.sheet) this.sheet.disabled = true;
  }

  #style() {
    const sheet = new CSSStyleSheet();
    const marked = [...this.parts.keys()].map((name) => `[data-of^="${name} "]`).join(', ');
    const drawings = this.figure.drawings
      .map(({ figure: { id } }) => `#${CSS.escape(id)}`).join(', ');
    sheet.insertRule(`:is(${drawings}) :is(${marked}) {
      cursor: ew-resize; touch-action: none; user-select: none; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    this.sheet = sheet;
  }
}
