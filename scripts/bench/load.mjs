/**
 * Sends requests at a constant rate, whether or not earlier answers have
 * arrived, as independent people do.
 *
 * @param options.portal - client of the running portal
 * @param options.session - who asks
 * @param options.paths - asked in turn
 * @param options.check - throws when an answer is not what it should be
 * @returns milliseconds per answer
 */
export async function measureRate(options) {
  const { portal, session, paths, ratePerSecond, seconds, check } = options;
  const ask = async index => {
    const path = paths[index % paths.length];
    check(await portal.request(path, { session }), path);
  };
  for (let index = 0; index < ratePerSecond; index += 1) {
    await ask(index);
  }
  const samples = [];
  const pending = [];
  const beginning = performance.now();
  for (let index = 0; index < ratePerSecond * seconds; index += 1) {
    const due = beginning + (index * 1000) / ratePerSecond;
    const wait = due - performance.now();
    if (wait > 0) {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    // Measured from when it was due: a stall delays those behind it too.
    pending.push(ask(index).then(() => samples.push(performance.now() - due)));
  }
  await Promise.all(pending);
  return samples;
}
