/** How near to a mark the pointer must be, in pixels. */
const REACH = 14;

let shownMarket = 0;

/** What the price chart shows of each market: fills and trades in the order of time. */
const marksOfMarkets = data.markets.map((_, market) => ({ marks: marksOf(market), lines: linesOf(market) }));

/** @param {number} market @returns {readonly PageMark[]} */
function marksOf(market) {
  return data.fills
    .filter(([of]) => of === market)
    .map(([, time, side, kind, price, quantity, reason]) => ({
      kind: markKind(side, kind),
      time,
      place: placeInTime(time),
      price,
      quantity,
      reason: data.reasons[reason] ?? '',
    }));
}

/** @param {'buy' | 'sell'} side @param {'market' | 'limit' | 'stop' | 'target'} kind @returns {MarkKind} */
function markKind(side, kind) {
  if (kind === 'stop' || kind === 'target') return kind;
  return side === 'buy' ? 'entry' : 'exit';
}

/** @param {number} market @returns {readonly PageLine[]} */
function linesOf(market) {
  return trades
    .filter((trade) => trade.market === market)
    .map((trade) => ({
      fromPlace: placeInTime(trade.entryTime),
      toPlace: placeInTime(trade.exitTime),
      fromPrice: trade.entryPrice,
      toPrice: trade.exitPrice,
      won: trade.profit > 0,
    }));
}

function drawPrice() {
  const chart = newChart('price-chart');
  const setLogScale = logButton('price-chart', chart);
  const candles = chart.addSeries(LightweightCharts.CandlestickSeries, {
    priceLineVisible: false,
    lastValueVisible: false,
  });
  candles.attachPrimitive(
    tradeMarks(chart, candles, () => marksOfMarkets[shownMarket] ?? { marks: [], lines: [] }),
  );
  const paint = () => {
    const [rising, falling] = [colour('rising'), colour('falling')];
    candles.applyOptions({
      upColor: rising,
      borderUpColor: falling,
      wickUpColor: falling,
      downColor: falling,
      borderDownColor: falling,
      wickDownColor: falling,
    });
  };
  paint();
  onColourChange(paint);

  /** @param {number} market */
  const show = (market) => {
    const shown = data.markets[market];
    if (shown === undefined) return;
    shownMarket = market;
    candles.applyOptions({ priceFormat: priceFormat(shown) });
    candles.setData(candlePoints(shown));
    setLogScale(isWide([shown.high, shown.low]));
    tellCandle(data.time.length - 1);
  };
  chart.subscribeCrosshairMove((mouse) => {
    tellCandle(mouse.logical ?? data.time.length - 1);
    tellMark(chart, candles, mouse);
  });
  show(0);
  return show;
}

/** @param {MarketData} market */
function priceFormat({ tickSize }) {
  return {
    type: /** @type {const} */ ('custom'),
    minMove: tickSize,
    formatter: (/** @type {number} */ value) => stepped(value, tickSize),
  };
}

/** @param {MarketData} market */
function candlePoints({ open, high, low, close }) {
  return chartTimes.map((time, place) => {
    const [first, highest, lowest, last] = [open[place], high[place], low[place], close[place]];
    if (first == null || highest == null || lowest == null || last == null) return { time };
    return { time, open: first, high: highest, low: lowest, close: last };
  });
}

/** @param {number} place */
function tellCandle(place) {
  const market = data.markets[shownMarket];
  const close = market?.close[place];
  if (market === undefined || close == null) return;
  const decimals = decimalsOf(market.tickSize);
  const price = (/** @type {number | null | undefined} */ value) => grouped(value ?? 0, decimals);
  element('candle-now').textContent =
    `O ${price(market.open[place])}  H ${price(market.high[place])}  L ${price(market.low[place])}  C ${price(close)}`;
}

/**
 * Tells of the fill that the pointer is at.
 *
 * @param {Chart} chart
 * @param {Candles} series
 * @param {Mouse} mouse
 */
function tellMark(chart, series, { point, sourceEvent }) {
  const market = data.markets[shownMarket];
  if (point === undefined || sourceEvent === undefined || market === undefined) return hideTip();
  let nearest = REACH;
  /** @type {PageMark | null} */
  let found = null;
  for (const mark of marksOfMarkets[shownMarket]?.marks ?? []) {
    const x = xOf(chart, mark.place);
    if (x === null || Math.abs(x - point.x) > REACH) continue;
    const y = series.priceToCoordinate(mark.price);
    const distance = y === null ? REACH : Math.hypot(x - point.x, y - point.y);
    if (distance < nearest) [nearest, found] = [distance, mark];
  }
  if (found === null) return hideTip();
  const { kind, time, price, quantity, reason } = found;
  const name = kind[0]?.toUpperCase() + kind.slice(1);
  const facts = `${stepped(quantity, market.stepSize)} at ${stepped(price, market.tickSize)}`;
  showTip([`${name} · ${utcMinute(time)}`, facts, reason], sourceEvent.clientX, sourceEvent.clientY);
}
