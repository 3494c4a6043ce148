// A figure of the page: its drawing and caption, as printed and as computed.
class Drawing {
  constructor(figure) {
    this.figure = figure;
    const frame = figure.querySelector('figure'), caption = frame.querySelector('figcaption');
    this.place = frame.querySelector(':scope > div[role=img]') || document.createElement('div');
    if (!this.place.parentNode) {
      this.place.className = 'drawing';
      this.place.append(...[...frame.childNodes].filter((node) => node !== caption));
      frame.prepend(this.place);
    }
    const bare = this.place.cloneNode(true);
    // The page has already made drawings with values reachable by keys.
    for (const svg of bare.querySelectorAll('svg[tabindex]')) svg.removeAttribute('tabindex');
    this.markup = bare.innerHTML;
    this.printed = this.markup.trim();
    this.caption = caption;
    this.words = caption?.querySelector('.auto');
    this.printedWords = this.words?.textContent;
    this.table = new FigureTable(figure);
    this.isSeen = true;
  }

  // Which of the two drawings of a panel is seen; empty while the figure is out of sight.
  get view() {
    if (!this.isSeen) return '';
    const limit = this.figure.matches('.wide, .wide *') ? 759 : 679;
    return innerWidth <= limit ? 'narrow' : 'wide';
  }

  // `markup` is null for what was not drawn, as it is not seen.
  show(markup, caption) {
    if (markup !== null) this.#draw(markup);
    this.isChanged = true;
    if (this.words) this.words.textContent = caption;
  }

  // The numbers behind what is shown.
  tell(table) { this.table.show(table); }

  restore() {
    if (this.isChanged) this.#draw(this.markup);
    this.isChanged = false;
    if (this.words) this.words.textContent = this.printedWords;
    this.table.restore();
  }

  #draw(markup) {
    if (markup === this.drawn) return;
    this.drawn = markup;
    const wanted = document.createElement('template');
    wanted.innerHTML = markup;
    const withValues = 'svg.plot:is([data-x], [data-grid], [data-spots])';
    for (const svg of wanted.content.querySelectorAll(withValues)) svg.tabIndex = 0;
    // What the page knows of the drawing, and shows in it, is of before.
    this.place.dispatchEvent(new Event('redraw', { bubbles: true }));
    morph(this.place, wanted.content);
  }

  isPrinted(markup) {
    const other = document.createElement('template');
    other.innerHTML = markup;
    return other.innerHTML.trim() === this.printed;
  }
}

// The number of 16 hexadecimal digits.
function fromBits(bits) {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}
