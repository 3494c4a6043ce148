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
  }

  show(markup, caption) {
    this.#draw(markup);
    this.isChanged = true;
    if (this.words) this.words.textContent = caption;
  }

  restore() {
    if (this.isChanged) this.#draw(this.markup);
    this.isChanged = false;
    if (this.words) this.words.textContent = this.printedWords;
  }

  #draw(markup) {
    this.place.innerHTML = markup;
    for (const svg of this.place.querySelectorAll('svg.plot[data-x], svg.plot[data-grid]')) {
      svg.tabIndex = 0;
    }
  }

  isPrinted(markup) {
    const other = document.createElement('template');
    other.innerHTML = markup;
    return other.innerHTML.trim() === this.printed;
  }
}

// Whether a printed number has these bits, 16 hexadecimal digits; all NaN are one.
function sameBits(bits, printed) {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return Object.is(view.getFloat64(0), printed);
}
