const darkness = window.matchMedia('(prefers-color-scheme: dark)');

/** @type {Map<string, string>} */
const colours = new Map();
darkness.addEventListener('change', () => colours.clear());

/**
 * A colour of the page's style, as it is now.
 *
 * @param {string} name
 */
function colour(name) {
  const known = colours.get(name);
  if (known !== undefined) return known;
  const read = getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  colours.set(name, read);
  return read;
}

/**
 * The same colour, seen through: `alpha` is 0 to 1.
 *
 * @param {string} name
 * @param {number} alpha
 */
function glaze(name, alpha) {
  const part = Math.round(alpha * 255);
  return colour(name) + part.toString(16).padStart(2, '0');
}

/** @param {() => void} task runs whenever the page turns light or dark */
function onColourChange(task) {
  darkness.addEventListener('change', task);
}
