// Turns what is shown into what a markup says and touches only what differs, so that browsers style,
// lay out and paint no more than that. What comes out has the bytes of the markup.
//
// `wanted` is given up: its nodes may move.
function morph(shown, wanted) {
  let here = shown.firstChild;
  for (const next of [...wanted.childNodes]) {
    const after = here?.nextSibling ?? null;
    if (!here) shown.append(next);
    else if (!areAlike(here, next)) here.replaceWith(next);
    else if (!here.isEqualNode(next)) adapt(here, next);
    here = after;
  }
  while (here) {
    const after = here.nextSibling;
    here.remove();
    here = after;
  }
}

// Alike is what differs by values only: attributes have an order, which is seen in the bytes.
function areAlike(one, other) {
  const names = (node) => node.getAttributeNames?.().join();
  return one.nodeName === other.nodeName && names(one) === names(other);
}

function adapt(shown, wanted) {
  if (shown.nodeType === Node.TEXT_NODE) {
    shown.data = wanted.data;
    return;
  }
  for (const name of wanted.getAttributeNames()) {
    const value = wanted.getAttribute(name);
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  }
  morph(shown, wanted);
}
