// Controls that are too small to be hit.
(least) => {
  const problems = [];
  for (const control of document.querySelectorAll('button, summary, input, select, .toc a')) {
    const box = control.getBoundingClientRect();
    if (box.width === 0 || control.closest('.skip')) continue;
    if (box.height < least - 0.5 || box.width < 24) {
      problems.push(`"${control.textContent.slice(0, 30)}" is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    }
  }
  return problems;
}
