const addressed = /\b(connect|bind|sendto|sendmsg|sendmmsg)\(.*sa_family=(AF_INET6?)\b.*/;
const loopback =
  /(inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|inet_pton\(AF_INET6, "::ffff:127\.)/;

/**
 * Network calls of a strace that name an address of a network; this machine's own only where asked for. A bare
 * socket() is none: Chromium opens some to read the names of the interfaces, and closes them again.
 * @param {string} trace output of `strace -ff -e trace=network`
 * @param {{ isLoopbackCounted?: boolean }} [options]
 * @returns {string[]} one line each
 */
export function addressedCalls(trace, { isLoopbackCounted = false } = {}) {
  return trace
    .split('\n')
    .filter((line) => addressed.test(line) && (isLoopbackCounted || !loopback.test(line)))
    .map((line) => line.trim());
}
