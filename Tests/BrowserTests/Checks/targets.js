// Controls that are too small to be hit; those of live figures must be as wide as they are high.
(least) => {
  const problems = [];
  const controls = 'button, summary, input, select, textarea, .toc a';
  for (const control of document.querySelectorAll(controls)) {
    const isSmall = control.matches('[type=radio], [type=checkbox]');
    const box = (isSmall ? control.closest('label') : control).getBoundingClientRect();
    if (box.width === 0 || control.closest('.skip')) continue;
    if (box.height < least - 0.5 || box.width < (control.closest('.live') ? least - 0.5 : 24)) {
      problems.push(`"${control.textContent.slice(0, 30)}" is ${Math.round(box.width)} × ${Math.round(box.height)} px`);
    }
  }
  return problems;
}
