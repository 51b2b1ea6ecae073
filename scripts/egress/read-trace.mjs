const addressed = /\b(connect|sendto|sendmsg|sendmmsg)\(.*sa_family=(AF_INET6?)\b.*/;
const loopback =
  /(inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|inet_pton\(AF_INET6, "::ffff:127\.)/;

/**
 * Network calls of a strace that name an address outside this machine.
 * @param {string} trace output of `strace -ff -e trace=connect,sendto,sendmsg,sendmmsg`
 * @returns {string[]} one line each
 */
export function addressedCalls(trace) {
  return trace
    .split('\n')
    .filter((line) => addressed.test(line) && !loopback.test(line))
    .map((line) => line.trim());
}
