drawEquity();
const showMarket = drawPrice();
showAll();
// Once more when the scales of prices have found their widths.
requestAnimationFrame(showAll);
startTradeTable();

const marketChoice = document.getElementById('market-choice');
if (marketChoice instanceof HTMLSelectElement) {
  marketChoice.addEventListener('change', () => showMarket(Number(marketChoice.value)));
}

/**
 * Brings a trade into the middle of the price chart.
 *
 * @param {PageTrade} trade
 */
function showTrade(trade) {
  if (marketChoice instanceof HTMLSelectElement) marketChoice.value = String(trade.market);
  if (trade.market !== shownMarket) showMarket(trade.market);
  const from = placeInTime(trade.entryTime);
  const to = placeInTime(trade.exitTime);
  const around = Math.max(20, (to - from) * 1.5);
  showBars(from - around, to + around);
  const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element('price').scrollIntoView({ behavior: isCalm ? 'instant' : 'smooth', block: 'center' });
}
