// Loaded ahead of a program that a launcher runs: when the launcher is gone, even by kill -9, so is the program.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
