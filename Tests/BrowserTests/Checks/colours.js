// Text and marks of the page as it is shown against what lies behind them: text 4.5 : 1, lines and
// points that carry data 3 : 1.
() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const parts = (colour) => {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = (top, alpha, below) => below.map((part, i) => top[i] * alpha + part * (1 - alpha));
  const luminance = (colour) => {
    const [r, g, b] = colour.map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const problems = new Set();
  const judge = (words, colour, ground, least) => {
    const measured = ratio(colour, ground);
    if (measured < least) problems.add(`${words}: ${measured.toFixed(2)} : 1, not ${least}`);
  };

  // The colour behind an element of HTML.
  const grounds = new Map();
  const groundOf = (element) => {
    if (!element) return [255, 255, 255];
    if (!grounds.has(element)) {
      const [r, g, b, alpha] = parts(getComputedStyle(element).backgroundColor);
      grounds.set(element, alpha === 1 ? [r, g, b] : over([r, g, b], alpha, groundOf(element.parentElement)));
    }
    return grounds.get(element);
  };

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (seen.has(element) || !walker.currentNode.data.trim() || element.closest('svg, script, style, .katex-mathml, .skip')) continue;
    seen.add(element);
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const [r, g, b, alpha] = parts(getComputedStyle(element).color);
    const ground = groundOf(element);
    judge(`"${element.textContent.trim().slice(0, 30)}" in ${element.closest('[class]')?.className}`,
      over([r, g, b], alpha, ground), ground, 4.5);
  }

  const marks = '.ln, .mk, .pts, .k0, .k1, .bound, .ring, .cross, .bins, .axis, .pth, .pthp, .mark';
  for (const svg of document.querySelectorAll('svg.plot')) {
    if (svg.clientWidth === 0) continue;
    const paper = groundOf(svg.parentElement), name = svg.querySelector('title')?.textContent;
    const shapes = [...svg.querySelectorAll('rect, circle, path, text')].map((element) => {
      const style = getComputedStyle(element);
      let opacity = 1;
      for (let it = element; it !== svg; it = it.parentElement) opacity *= Number(getComputedStyle(it).opacity);
      return { element, style, opacity, box: element.getBoundingClientRect() };
    });
    shapes.forEach(({ element, style, opacity, box }, place) => {
      if (element.localName !== 'text') {
        // The colour of a value is told apart by the ring of ink around it.
        const isValue = element.style.stroke.startsWith('var(--d');
        if (!element.matches(marks) || isValue || element.matches('.hal, .hollow') || element.closest('defs')) return;
        const colour = style.fill === 'none' ? style.stroke : style.fill;
        judge(`.${element.getAttribute('class')} in "${name}"`, parts(colour).slice(0, 3), paper, 3);
        return;
      }
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      let ground = paper;
      for (const below of shapes.slice(0, place)) {
        const { left, right, top, bottom } = below.box;
        if (below.element.localName === 'text' || below.style.fill === 'none' || x < left || x > right || y < top || y > bottom) continue;
        const point = new DOMPoint(x, y).matrixTransform(below.element.getScreenCTM().inverse());
        if (!below.element.isPointInFill(point)) continue;
        const [r, g, b, alpha] = parts(below.style.fill);
        ground = over([r, g, b], alpha * below.opacity * Number(below.style.fillOpacity), ground);
      }
      // A halo is what its text lies on.
      if (style.paintOrder.startsWith('stroke') && style.stroke !== 'none') {
        const [r, g, b, alpha] = parts(style.stroke);
        ground = over([r, g, b], alpha * Number(style.strokeOpacity), ground);
      }
      const [r, g, b] = parts(style.fill);
      judge(`"${element.textContent}" in "${name}"`, over([r, g, b], opacity, ground), ground, 4.5);
    });
  }
  return [...problems];
}
