const running = new Set();

process.once('exit', () => running.forEach(kill => kill()));

/**
 * Ends a child process when this process ends, however that comes about.
 *
 * @returns kills it now
 */
export function endWithUs(child, { group = false } = {}) {
  const kill = () => {
    running.delete(kill);
    try {
      process.kill(group ? -child.pid : child.pid, 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') {
        throw error;
      }
    }
  };
  running.add(kill);
  child.once('exit', () => running.delete(kill));
  return kill;
}
