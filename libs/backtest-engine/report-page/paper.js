/**
 * A printed page is laid out in the width of the paper, and no chart is drawn anew for it: there a picture of each
 * stands in its place.
 */
window.addEventListener('beforeprint', () => {
  for (const chart of charts) {
    const picture = chart.takeScreenshot(true);
    picture.className = 'on-paper';
    chart.chartElement().after(picture);
  }
});

window.addEventListener('afterprint', () => {
  for (const picture of document.querySelectorAll('.on-paper')) picture.remove();
});
