
// ---- Theme: Auto follows the system; a choice is kept where the browser lets us keep it.

const storage = {
  get theme() { try { return localStorage.getItem('nnbook-theme'); } catch { return null; } },
  set theme(name) { try { localStorage.setItem('nnbook-theme', name); } catch { /* private */ } },
};

function show(theme) {
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  else delete root.dataset.theme;
  const shown = root.dataset.theme || 'auto';
  for (const button of all('.tog button')) {
    button.setAttribute('aria-pressed', String(button.value === shown));
  }
}

function choose(theme) {
  storage.theme = theme;
  show(theme);
}

show(storage.theme);  // before the first paint; the buttons follow when they exist
