function drawEquity() {
  const chart = newChart('equity-chart');
  const decimals = (data.hold[0] ?? 0) >= 1000 ? 0 : 2;
  const money = {
    type: /** @type {const} */ ('custom'),
    minMove: 0.01,
    formatter: (/** @type {number} */ value) => grouped(value, decimals),
  };
  const share = {
    type: /** @type {const} */ ('custom'),
    minMove: 0.0001,
    formatter: (/** @type {number} */ value) => `${grouped(value * 100, 1)}%`,
  };
  const few = data.time.length < 3;
  const quiet = { priceLineVisible: false, lastValueVisible: false, pointMarkersVisible: few };
  const hold = chart.addSeries(LightweightCharts.LineSeries, { ...quiet, priceFormat: money, lineWidth: 1 });
  const equity = chart.addSeries(LightweightCharts.AreaSeries, {
    ...quiet,
    priceFormat: money,
    lineWidth: 2,
  });
  const drawdown = chart.addSeries(
    LightweightCharts.BaselineSeries,
    {
      ...quiet,
      priceFormat: share,
      lineWidth: 1,
      baseValue: { type: 'price', price: 0 },
      autoscaleInfoProvider: depth,
    },
    1,
  );
  hold.setData(points(data.hold));
  equity.setData(points(data.equity));
  drawdown.setData(points(data.drawdown));
  chart.panes()[0]?.setStretchFactor(7);
  chart.panes()[1]?.setStretchFactor(3);
  drawdown.priceScale().applyOptions({ scaleMargins: { top: 0.06, bottom: 0.08 } });

  logButton('equity-chart', chart)(isWide([data.equity, data.hold]));

  const paint = () => {
    const loss = colour('loss');
    hold.applyOptions({ color: colour('hold') });
    equity.applyOptions({
      lineColor: colour('gain'),
      topColor: glaze('gain', 0.2),
      bottomColor: glaze('gain', 0.01),
    });
    drawdown.applyOptions({
      bottomLineColor: loss,
      topLineColor: loss,
      bottomFillColor1: glaze('loss', 0.08),
      bottomFillColor2: glaze('loss', 0.35),
    });
  };
  paint();
  onColourChange(paint);
  chart.subscribeCrosshairMove(({ logical: place }) => tellEquity(place ?? data.time.length - 1));
  tellEquity(data.time.length - 1);
}

/** The drawdown's scale reaches from 0 down to the deepest, and to 1 % where there is hardly any. */
function depth() {
  let deepest = -0.01;
  for (const value of data.drawdown) if (value !== null && value < deepest) deepest = value;
  return { priceRange: { minValue: deepest, maxValue: 0 } };
}

/** @param {number} place */
function tellEquity(place) {
  const money = (/** @type {number | null | undefined} */ value) => (value == null ? '' : grouped(value, 2));
  const fall = data.drawdown[place];
  element('equity-now').textContent = money(data.equity[place]);
  element('hold-now').textContent = money(data.hold[place]);
  element('drawdown-now').textContent = fall == null ? '' : signedPercent(fall);
}
