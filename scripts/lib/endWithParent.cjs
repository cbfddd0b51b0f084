// Loaded into every server that the scripts start. The channel to the parent
// breaks when the parent ends, however it ends; the server then ends too, so
// that nothing keeps running behind a closed terminal.
if (process.channel) {
  process.channel.unref();
  process.on('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  });
}
