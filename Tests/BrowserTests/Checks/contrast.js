// Colours of marks and text on the paper of the theme that is shown: text 4.5 : 1, marks 3 : 1.
() => {
  const probe = document.createElement('i');
  document.body.append(probe);
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const parts = (token) => {
    probe.style.color = `var(${token})`;
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const luminance = (token) => {
    const [r, g, b] = parts(token).map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (a, b) => {
    const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (high + 0.05) / (low + 0.05);
  };
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const text = ['--ink', '--ink2', '--accent', '--ok', '--warn', '--bad', ...numbers.map((n) => `--c${n}t`)];
  const marks = ['--rule2', '--d0', '--d8', ...numbers.map((n) => `--c${n}`), ...[4, 5, 6, 7, 8].map((n) => `--s${n}`)];
  const pairs = [
    ...text.map((token) => [token, '--paper', 4.5]), ...marks.map((token) => [token, '--paper', 3]),
    ...['--ink', '--ink2', '--accent', '--ok', '--c2t'].map((token) => [token, '--inset', 4.5]),
    ['--ok', '--ok-bg', 4.5], ['--warn', '--warn-bg', 4.5], ['--bad', '--bad-bg', 4.5],
    ['--ink', '--bad-bg', 4.5], ['--ink2', '--bad-bg', 4.5],
  ];
  const problems = pairs.filter(([a, b, least]) => ratio(a, b) < least)
    .map(([a, b, least]) => `${a} on ${b} is ${ratio(a, b).toFixed(2)} : 1, not ${least}`);
  probe.remove();
  return problems;
}
