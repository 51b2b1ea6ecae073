/** Set-up speaks on standard error: standard output belongs to the command that follows (inspect prints JSON there). */
export function say(words) {
  process.stderr.write(`${words}\n`);
}

export async function timed(words, work) {
  const start = performance.now();
  const result = await work();
  say(`[准备] ${words}（${((performance.now() - start) / 1000).toFixed(1)} 秒）`);
  return result;
}
