
// The page's own script. Without it the page loses the theme switch, the buttons, the values under
// the pointer and the mark in the contents list; what there is to read stands in the HTML.
//
// All parts share one scope; `start.js`, the last, is the only one that listens to events.

const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
root.classList.add('js');
