
// ---- Values: pixels of a drawing become numbers, and numbers become print.

// Half of what a drawn line may be off, in pixels: no number is printed finer than that.
const accuracy = 0.35;

// An axis as a drawing describes it in `data-x` and `data-y` (SVG+Hooks.swift).
function readAxis(hook) {
  const [head, title, unit, ...names] = hook.split('\n');
  const [scale, ...ends] = head.split(' ');
  const [start, lower, end, upper] = ends.map(Number);
  const threshold = Number(scale.split('=')[1]);
  const place = (pixel) => lower + (upper - lower) * (pixel - start) / (end - start);
  const value = (pixel) => {
    const at = place(pixel);
    if (scale === 'log') return 10 ** at;
    if (threshold) return Math.sign(at) * threshold * (10 ** Math.abs(at) - 1);
    return at;
  };
  return {
    title, unit, isWhole: scale === 'whole',
    pixel: (at) => start + (at - lower) / (upper - lower) * (end - start),
    place,
    // Where a value lies; nowhere (NaN) if it is none, beyond the axis, or the axis has names.
    pixelOf(value) {
      const at = scale === 'log' ? Math.log10(value)
        : threshold ? Math.sign(value) * Math.log10(1 + Math.abs(value) / threshold) : value;
      const rounding = (upper - lower) / 200;
      const isOn = scale !== 'category' && lower - rounding <= at && at <= upper + rounding;
      return isOn ? this.pixel(at) : NaN;
    },
    print(pixel) {
      if (scale === 'category') return names[Math.round(place(pixel))] ?? '';
      if (scale === 'whole') return printed(Math.round(place(pixel)), 0.5);
      return printed(value(pixel), Math.abs(value(pixel + accuracy) - value(pixel)));
    },
  };
}

// A number as reports print it, three digits at most, none finer than `step`.
function printed(number, step) {
  const size = Math.abs(number);
  if (!Number.isFinite(number)) return '—';
  if (size < step / 2) return '0';
  const exponent = Math.floor(Math.log10(size));
  const whole = step === 0.5;
  const last = whole ? 0 : Math.max(Math.ceil(Math.log10(step)), exponent - 2);
  const sign = number < 0 ? '−' : '';
  if (whole || (exponent >= -4 && exponent <= 4)) {
    const rounded = last > 0 ? Math.round(size / 10 ** last) * 10 ** last : size;
    return sign + grouped(withoutZeros(rounded.toFixed(Math.max(0, -last))));
  }
  const digits = withoutZeros((size / 10 ** exponent).toFixed(Math.max(0, exponent - last)));
  if (digits === '10') return `${sign}10${superscript(exponent + 1)}`;
  const power = `10${superscript(exponent)}`;
  return sign + (digits === '1' ? power : `${digits}·${power}`);
}

const withoutZeros = (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

const grouped = (text) => (/^\d{5}/.test(text) ? text.replace(/\B(?=(\d{3})+$)/g, '\u2009') : text);

const superscript = (number) =>
  [...String(number)].map((digit) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(digit)]).join('');
