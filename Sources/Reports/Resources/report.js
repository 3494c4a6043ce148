
// The page's own script. Without it the page loses the theme switch, the copy and save buttons
// and the mark in the contents list; what there is to read stands in the HTML.
(function () {
  'use strict';
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  root.classList.add('js');

  // ---- Theme: Auto follows the system; a choice is kept where the browser lets us keep it.

  const storage = {
    get theme() { try { return localStorage.getItem('nnbook-theme'); } catch { return null; } },
    set theme(name) { try { localStorage.setItem('nnbook-theme', name); } catch { /* private */ } },
  };

  function show(theme) {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    else delete root.dataset.theme;
    const shown = root.dataset.theme || 'auto';
    for (const button of all('.tog button')) {
      button.setAttribute('aria-pressed', String(button.value === shown));
    }
  }

  show(storage.theme);  // before the first paint; the buttons follow when they exist

  // ---- Copy: listings, and the numbers behind a figure.

  async function copy(text, button) {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed here';
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  // ---- Save SVG: the drawings as they are shown now, on one sheet that needs no style sheet.

  const inherited = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width',
    'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order', 'font-family',
    'font-size', 'font-weight', 'font-style', 'text-anchor', 'image-rendering'];
  const own = { opacity: '1', filter: 'none' };

  function inlineStyle(copy, original, parent) {
    const style = getComputedStyle(original);
    for (const name of inherited) {
      const value = style.getPropertyValue(name);
      if (!parent || value !== parent.getPropertyValue(name)) copy.setAttribute(name, value);
    }
    for (const [name, initial] of Object.entries(own)) {
      const value = style.getPropertyValue(name);
      if (value !== initial) copy.setAttribute(name, value);
    }
    for (const name of ['class', 'style', 'id']) copy.removeAttribute(name);
    [...original.children].forEach((child, i) => {
      if (child.localName === 'title' || child.localName === 'desc') return;
      inlineStyle(copy.children[i], child, style);
    });
  }

  function sheet(drawings) {
    const boxes = drawings.map((drawing) => drawing.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left)) - 16;
    const top = Math.min(...boxes.map((box) => box.top)) - 16;
    const width = Math.ceil(Math.max(...boxes.map((box) => box.right)) - left + 16);
    const height = Math.ceil(Math.max(...boxes.map((box) => box.bottom)) - top + 16);
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const set = (element, values) => {
      for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    };
    set(svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    const paper = document.createElementNS(svg.namespaceURI, 'rect');
    set(paper, { width, height, fill: getComputedStyle(document.body).backgroundColor });
    svg.append(paper);
    drawings.forEach((drawing, i) => {
      const part = drawing.cloneNode(true);
      inlineStyle(part, drawing, null);
      for (const name of ['role', 'aria-labelledby', 'aria-describedby']) part.removeAttribute(name);
      set(part, {
        x: boxes[i].left - left, y: boxes[i].top - top, width: boxes[i].width,
        height: boxes[i].height, overflow: 'visible',
      });
      svg.append(part);
    });
    return svg;
  }

  function save(figure) {
    const drawings = all('svg.plot', figure).filter((svg) => svg.getBoundingClientRect().width > 0);
    if (drawings.length === 0) return;
    const text = new XMLSerializer().serializeToString(sheet(drawings));
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    link.download = `${figure.id}.svg`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // ---- Contents: the section that is being read.

  function markSection(links) {
    const read = links.filter(({ heading }) => heading.getBoundingClientRect().top < 120);
    const current = read.at(-1) || links[0];
    for (const item of links) {
      if (item === current) item.link.setAttribute('aria-current', 'true');
      else item.link.removeAttribute('aria-current');
    }
  }

  function followContents() {
    const links = all('.toc a')
      .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
      .filter(({ heading }) => heading);
    if (links.length === 0) return;
    let waiting = false;
    addEventListener('scroll', () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; markSection(links); });
    }, { passive: true });
    markSection(links);
  }

  // ---- Start

  function unfoldTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest('details');
    if (!fold || fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  }

  function onClick(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.closest('.tog')) {
      storage.theme = button.value;
      show(button.value);
    } else if (button.matches('.csv')) {
      copy(button.closest('.tools').querySelector('pre.csv').textContent, button);
    } else if (button.matches('.copy')) {
      copy(button.closest('.list').querySelector('pre').textContent, button);
    } else if (button.matches('.svg')) {
      save(button.closest('.figure'));
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    show(storage.theme);
    document.addEventListener('click', onClick);
    addEventListener('hashchange', unfoldTarget);
    unfoldTarget();
    followContents();
  });
})();
