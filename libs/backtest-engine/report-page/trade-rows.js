/**
 * One column of the table: its name, what it sorts by, and what stands in its cells.
 *
 * @typedef {object} TradeColumn
 * @property {string} name
 * @property {(trade: PageTrade) => number} by
 * @property {(trade: PageTrade) => HTMLElement} cell
 * @property {boolean} [text] whether it reads from the left
 */

/** @type {readonly TradeColumn[]} */
const TRADE_COLUMNS = [
  { name: '#', by: (trade) => trade.number, cell: numberCell },
  { name: 'Entry', by: (trade) => trade.entryTime, cell: entryCell, text: true },
  { name: 'Exit', by: (trade) => trade.exitTime, cell: exitCell, text: true },
  { name: 'Held', by: heldMs, cell: (trade) => figureCell('Held', duration(heldMs(trade))) },
  {
    name: 'Quantity',
    by: (trade) => trade.quantity,
    cell: (trade) => figureCell('Quantity', grouped(trade.quantity, decimalsOf(stepOf(trade)))),
  },
  {
    name: 'Entry price',
    by: (trade) => trade.entryPrice,
    cell: (trade) => figureCell('Entry price', grouped(trade.entryPrice, decimalsOf(tickOf(trade)))),
  },
  {
    name: 'Exit price',
    by: (trade) => trade.exitPrice,
    cell: (trade) => figureCell('Exit price', grouped(trade.exitPrice, decimalsOf(tickOf(trade)))),
  },
  {
    name: 'Profit',
    by: (trade) => trade.profit,
    cell: (trade) => figureCell('Profit', grouped(trade.profit, 2), tone(trade.profit)),
  },
  {
    name: 'Return',
    by: (trade) => trade.rate,
    cell: (trade) => figureCell('Return', signedPercent(trade.rate), tone(trade.rate)),
  },
  { name: 'Fees', by: (trade) => trade.fees, cell: (trade) => figureCell('Fees', grouped(trade.fees, 2)) },
];

/** @param {PageTrade} trade */
function heldMs({ entryTime, exitTime }) {
  return exitTime - entryTime;
}

/** @param {PageTrade} trade */
function tickOf({ market }) {
  return data.markets[market]?.tickSize ?? 0.01;
}

/** @param {PageTrade} trade */
function stepOf({ market }) {
  return data.markets[market]?.stepSize ?? 0.00001;
}

/** @param {string} name @param {string} text */
function figureCell(name, text, className = '') {
  const cell = newElement('td', className, text);
  cell.dataset['name'] = name;
  return cell;
}

/** The number leads to the trade on the price chart. @param {PageTrade} trade */
function numberCell(trade) {
  const cell = newElement('td', 'number', '');
  const button = newElement('button', '', String(trade.number));
  button.dataset['tip'] = 'Show on the chart';
  button.addEventListener('click', () => showTrade(trade));
  cell.append(button);
  return cell;
}

/** @param {PageTrade} trade */
function entryCell(trade) {
  const names = [];
  if (data.markets.length > 1) names.push(data.markets[trade.market]?.symbol ?? '');
  if (data.strategies.length > 1) names.push(trade.strategy);
  const chip = newElement('span', 'chip', names.join(' · '));
  return momentCell('entry', trade.entryTime, names.length > 0 ? chip : null, trade.entryReason);
}

/** @param {PageTrade} trade */
function exitCell(trade) {
  const isResting = trade.exitKind === 'stop' || trade.exitKind === 'target';
  const chip = isResting ? newElement('span', `chip chip-${trade.exitKind}`, trade.exitKind) : null;
  return momentCell('exit', trade.exitTime, chip, trade.exitReason);
}

/**
 * @param {string} className
 * @param {number} time
 * @param {HTMLElement | null} chip
 * @param {string} reason
 */
function momentCell(className, time, chip, reason) {
  const cell = newElement('td', `text ${className}`, '');
  cell.append(newElement('span', 'moment', utcMinute(time)));
  if (chip !== null) cell.append(' ', chip);
  const why = newElement('span', 'reason', reason);
  why.dataset['tip'] = reason;
  cell.append(why);
  return cell;
}
