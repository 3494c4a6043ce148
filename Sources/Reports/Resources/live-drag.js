// Drawings that are operated themselves: what shows a number of an option, <g data-of="weights 3">,
// is drawn to the right or up to make it larger, where the figure has a control for the option.
class Drag {
  // How far from an edge a pointer may be, and a finger, in pixels.
  static reach = { mouse: 4, touch: 16 };

  constructor(figure) {
    this.figure = figure;
    this.parts = new Map(figure.controls
      .filter(({ control }) => ['numbers', 'found'].includes(control.form))
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
    scrub(place, event, control, Drag.#numbers(part)[index], (number) => {
      if (part.put) return part.put(index, number);
      part.show(part.value.with(index, number));
      this.figure.changed(control.name);
    });
  }

  // The number nearest to the pointer.
  #found({ clientX, clientY, pointerType }, place) {
    const reach = Drag.reach[pointerType] ?? Drag.reach.mouse;
    // The thinnest edges are little more than a pixel wide.
    for (let distance = 0; distance <= reach; distance += 1) {
      for (const [x, y] of [[0, 1], [0, -1], [1, 0], [-1, 0]]) {
        const element = document.elementFromPoint(clientX + distance * x, clientY + distance * y);
        const marked = element?.closest('[data-of]');
        if (!marked || !place.contains(marked)) continue;
        const [name, index] = marked.dataset.of.split(' ');
        const part = this.parts.get(name);
        if (part && Number(index) < Drag.#numbers(part.part).length) {
          return { part, index: Number(index) };
        }
      }
    }
    return null;
  }

  static #numbers(part) { return part.numbers ?? part.value; }

  end() {
    this.parts.clear();
    if (this.sheet) this.sheet.disabled = true;
  }

  #style() {
    const sheet = new CSSStyleSheet();
    const marked = [...this.parts.keys()].map((name) => `[data-of^="${name} "]`).join(', ');
    const drawings = this.figure.drawings
      .map(({ figure: { id } }) => `#${CSS.escape(id)}`).join(', ');
    sheet.insertRule(`:is(${drawings}) :is(${marked}) { cursor: ew-resize; user-select: none; }`);
    // A finger that goes up or down scrolls, wherever it begins; across, it draws.
    sheet.insertRule(`:is(${drawings}) svg { touch-action: pan-y pinch-zoom; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    this.sheet = sheet;
  }
}
