
// ---- Save: the drawings as they are shown now, on one sheet that needs no style sheet.

const inherited = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width',
  'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'paint-order', 'font-family',
  'font-size', 'font-weight', 'font-style', 'text-anchor', 'image-rendering', 'visibility',
  'vector-effect'];
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
  for (const { name } of [...copy.attributes]) {
    if (/^(class|style|id|role|tabindex|aria-.*|data-.*)$/.test(name)) copy.removeAttribute(name);
  }
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
    set(part, {
      x: boxes[i].left - left, y: boxes[i].top - top, width: boxes[i].width,
      height: boxes[i].height, overflow: isZoomed(drawing) ? 'hidden' : 'visible',
    });
    svg.append(part);
  });
  return svg;
}

// The shown drawings of a figure as the text of an SVG file, and the sheet's size.
function drawn(figure) {
  hideSpot();
  const svg = sheet(drawingsOf(figure));
  const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
  return { width, height, text: new XMLSerializer().serializeToString(svg) };
}

function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function saveSVG(figure) {
  if (drawingsOf(figure).length === 0) return;
  download(new Blob([drawn(figure).text], { type: 'image/svg+xml' }), `${figure.id}.svg`);
}

// Twice as many pixels as on the screen. The address holds the drawing, because the page's policy
// lets no other picture in.
async function savePNG(figure, button) {
  if (drawingsOf(figure).length === 0) return;
  const { width, height, text } = drawn(figure);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  try {
    await picture.decode();
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((done) => { canvas.toBlob(done); });
    download(blob, `${figure.id}.png`);
  } catch {
    flash('Not possible here', button);
  }
}
