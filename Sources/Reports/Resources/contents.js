
// ---- Contents: the section that is being read.

// What a fragment such as `#sec-step` leads to; null also for one that is no text, such as `#50%`.
function targetOf(hash) {
  try {
    return document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null;
  }
}

function markSection(links) {
  const read = links.filter(({ heading }) => heading.getBoundingClientRect().top < 120);
  const current = read.at(-1) || links[0];
  for (const item of links) {
    if (item === current) item.link.setAttribute('aria-current', 'true');
    else item.link.removeAttribute('aria-current');
  }
  return current.link;
}

// A long list scrolls by itself, so that the section's link stays in view.
function keepInView(link) {
  const list = link.closest('.toc');
  if (list.scrollHeight <= list.clientHeight) return;
  const [box, view] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
  if (box.top < view.top) list.scrollTop -= view.top - box.top;
  else if (box.bottom > view.bottom) list.scrollTop += box.bottom - view.bottom;
}

function followContents() {
  const links = all('.toc a[href^="#"]')
    .map((link) => ({ link, heading: targetOf(link.hash) }))
    .filter(({ heading }) => heading);
  if (links.length === 0) return;
  let isWaiting = false;
  addEventListener('scroll', () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => { isWaiting = false; keepInView(markSection(links)); });
  }, { passive: true });
  markSection(links);
}

// A link may lead into something folded.
function unfoldTarget() {
  const target = targetOf(location.hash);
  const fold = target && target.closest('details');
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
