
// Copies a text, and says in the button for a moment what came of it. These two stand outside of the
// scopes of the page's and the live figures' scripts, as both use them.
async function copyText(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    flash('Copied', button);
  } catch {
    flash('Not allowed here', button);
  }
}

// Shows other words in a button for a moment.
function flash(words, button) {
  button.dataset.label ??= button.textContent;
  button.textContent = words;
  setTimeout(() => { button.textContent = button.dataset.label; }, 1500);
}
