/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`the page lacks #${id}`);
  return found;
}

/**
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
function newElement(tag, className, text) {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** @type {PageData} */
const data = JSON.parse(element('page-data').textContent);

/** @type {readonly PageTrade[]} */
const trades = data.trades.map((row, index) => {
  const [market, strategy, entryTime, exitTime, quantity, entryPrice, exitPrice, profit, rate, fees] = row;
  const [, , , , , , , , , , entryReason, exitReason, exitKind] = row;
  return {
    number: index + 1,
    market,
    strategy: data.strategies[strategy] ?? '',
    entryTime,
    exitTime,
    quantity,
    entryPrice,
    exitPrice,
    profit,
    rate,
    fees,
    entryReason: data.reasons[entryReason] ?? '',
    exitReason: data.reasons[exitReason] ?? '',
    exitKind,
  };
});
