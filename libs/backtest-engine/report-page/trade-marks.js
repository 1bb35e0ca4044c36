/** The pixels of width that a fill needs to be drawn as a shape; where there is less, all shrink to dots. */
const SHAPE_ROOM = 3.5;

/** The least for a dot; where there is less still, the trades' lines carry the picture, with stops and targets. */
const DOT_ROOM = 0.75;

/** Stops and targets keep this size beside dots. */
const LEAST_SHAPE = 2.6;

/**
 * Draws fills and trades over the candles, each at its exact time and price.
 *
 * @param {Chart} chart
 * @param {Candles} series
 * @param {() => { marks: readonly PageMark[], lines: readonly PageLine[] }} shown
 * @returns {Overlay}
 */
function tradeMarks(chart, series, shown) {
  /** @param {CanvasRenderingContext2D} pen @param {number} width */
  function draw(pen, width) {
    const range = chart.timeScale().getVisibleLogicalRange();
    if (range === null) return;
    const { marks, lines } = shown();
    const toX = (/** @type {number} */ place) => xOf(chart, place) ?? Number.NaN;
    const toY = (/** @type {number} */ price) => series.priceToCoordinate(price) ?? Number.NaN;
    const seen = marks.filter(({ place }) => place >= range.from - 1 && place <= range.to + 1);
    const room = width / Math.max(1, seen.length);
    const size = room < SHAPE_ROOM ? 0 : 5.5 - (2.5 * SHAPE_ROOM) / room;
    for (const line of lines) {
      if (line.toPlace >= range.from && line.fromPlace <= range.to + 1) drawLine(pen, line, toX, toY);
    }
    for (const { kind, place, price } of seen) {
      const isNamed = kind === 'stop' || kind === 'target';
      if (isNamed) drawMark(pen, kind, toX(place), toY(price), Math.max(size, LEAST_SHAPE));
      else if (room > DOT_ROOM) drawMark(pen, kind, toX(place), toY(price), size);
    }
  }
  return {
    paneViews: () => [
      {
        zOrder: () => 'top',
        renderer: () => ({
          draw: (target) =>
            target.useMediaCoordinateSpace(({ context, mediaSize }) => draw(context, mediaSize.width)),
        }),
      },
    ],
  };
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {PageLine} line
 * @param {(place: number) => number} toX
 * @param {(price: number) => number} toY
 */
function drawLine(pen, line, toX, toY) {
  pen.beginPath();
  pen.moveTo(toX(line.fromPlace), toY(line.fromPrice));
  pen.lineTo(toX(line.toPlace), toY(line.toPrice));
  pen.strokeStyle = colour(line.won ? 'gain' : 'loss');
  pen.lineWidth = 1.75;
  pen.stroke();
}

/** @type {Record<MarkKind, string>} */
const MARK_COLOURS = { entry: 'ink', exit: 'ink', stop: 'loss', target: 'gain' };

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {MarkKind} kind
 * @param {number} x
 * @param {number} y
 * @param {number} size half the width of a shape; 0 for a dot
 */
function drawMark(pen, kind, x, y, size) {
  pen.beginPath();
  if (size === 0) {
    pen.fillStyle = colour(MARK_COLOURS[kind]);
    pen.arc(x, y, 1.5, 0, 2 * Math.PI);
    pen.fill();
    return;
  }
  traceShape(pen, kind, x, y, size);
  pen.lineJoin = 'round';
  pen.lineWidth = kind === 'stop' ? 5 : 3;
  pen.strokeStyle = colour('card');
  pen.stroke();
  pen.fillStyle = pen.strokeStyle = colour(MARK_COLOURS[kind]);
  if (kind === 'stop') {
    pen.lineWidth = 2.25;
    pen.stroke();
  } else {
    if (kind === 'exit') pen.fillStyle = colour('card');
    pen.fill();
    pen.lineWidth = 1.25;
    pen.stroke();
  }
}

/**
 * An entry points up at its price from below, an exit down from above; stops are crosses, targets diamonds.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {MarkKind} kind
 * @param {number} x
 * @param {number} y
 * @param {number} size
 */
function traceShape(pen, kind, x, y, size) {
  if (kind === 'stop') {
    pen.moveTo(x - size * 0.8, y - size * 0.8);
    pen.lineTo(x + size * 0.8, y + size * 0.8);
    pen.moveTo(x - size * 0.8, y + size * 0.8);
    pen.lineTo(x + size * 0.8, y - size * 0.8);
    return;
  }
  const down = kind === 'exit' ? -1 : 1;
  pen.moveTo(x, kind === 'target' ? y - size : y);
  pen.lineTo(x + size, y + (kind === 'target' ? 0 : down * size * 1.7));
  if (kind === 'target') pen.lineTo(x, y + size);
  pen.lineTo(x - size, y + (kind === 'target' ? 0 : down * size * 1.7));
  pen.closePath();
}
