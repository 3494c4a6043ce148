// What leaves its place: a page that scrolls sideways, elements beyond its edge, text beyond its
// drawing, labels on each other, text too small to read.
(leastText) => {
  const problems = [];
  const page = document.documentElement;
  const width = page.clientWidth;
  if (page.scrollWidth > width) problems.push(`the page is ${page.scrollWidth} of ${width} px wide`);

  const scrolls = 'pre, svg, .tw, .eq, .katex-mathml, details:not([open]) > :not(summary)';
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest(scrolls) || element.closest('.skip')) continue;
    const box = element.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 0.5) {
      problems.push(`<${element.localName} class="${element.className}"> ends at ${box.right} px`);
    }
  }

  for (const svg of document.querySelectorAll('svg.plot')) {
    const shown = svg.getBoundingClientRect();
    if (shown.width === 0) continue;
    const view = svg.viewBox.baseVal;
    const name = svg.querySelector('title')?.textContent;
    const texts = [...svg.querySelectorAll('text')]
      .map((text) => ({ words: text.textContent, box: text.getBBox(), size: parseFloat(getComputedStyle(text).fontSize) }))
      .filter(({ box }) => box.width > 0);
    texts.forEach(({ words, box, size }, i) => {
      const leaves = box.x < -2 || box.y < -2 || box.x + box.width > view.width + 2
        || box.y + box.height > view.height + 3;
      if (leaves) problems.push(`"${words}" leaves the drawing "${name}"`);
      const pixels = size * shown.width / view.width;
      if (pixels < leastText) problems.push(`"${words}" in "${name}" is ${pixels} px high`);
      for (const other of texts.slice(0, i)) {
        const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
        const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
        if (across > 0.5 && down > 4) problems.push(`"${words}" lies on "${other.words}" in "${name}"`);
      }
    });
  }
  return problems;
}
