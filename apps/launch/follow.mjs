// Loaded ahead of a program that a launcher runs: when the launcher is gone, even by kill -9, so is the program.
const signal = new URL(import.meta.url).search.slice(1);
process.once('disconnect', () => process.kill(process.pid, signal));
process.channel?.unref();
// The program's own children follow it in their own way.
process.execArgv = [];
