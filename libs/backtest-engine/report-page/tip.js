const tip = newElement('div', 'tip', '');
tip.setAttribute('role', 'tooltip');
tip.hidden = true;
document.body.append(tip);

/**
 * Shows lines of text beside a point of the window, inside of it.
 *
 * @param {readonly string[]} lines
 * @param {number} x
 * @param {number} y
 */
function showTip(lines, x, y) {
  tip.replaceChildren(...lines.map((line) => newElement('p', '', line)));
  tip.hidden = false;
  const { width, height } = tip.getBoundingClientRect();
  const left = Math.min(Math.max(8, x + 14), window.innerWidth - width - 8);
  const above = y - height - 14;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${above < 8 ? y + 18 : above}px`;
}

function hideTip() {
  tip.hidden = true;
}

/** @param {Event} event */
function explain(event) {
  const target = event.target instanceof Element ? event.target.closest('[data-tip]') : null;
  if (!(target instanceof HTMLElement)) {
    if (event.type === 'mouseover') hideTip();
    return;
  }
  const { left, top } = target.getBoundingClientRect();
  showTip([target.dataset['tip'] ?? ''], left - 14, top);
}

document.addEventListener('mouseover', explain);
document.addEventListener('focusin', explain);
document.addEventListener('focusout', hideTip);
document.addEventListener('scroll', hideTip, { passive: true });
