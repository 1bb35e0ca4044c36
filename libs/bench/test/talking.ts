// A process that says what it was given, and ends when it is asked to.
process.on('message', (asked) => {
  if (asked === 'end') process.exit();
});
process.send?.(process.argv.slice(2));
