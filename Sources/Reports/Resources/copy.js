
// Copies a text, and says in the button for a moment what came of it. It stands outside of the
// scopes of the page's and the live figures' scripts, as both use it.
async function copyText(text, button) {
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed here';
  }
  setTimeout(() => { button.textContent = label; }, 1500);
}
