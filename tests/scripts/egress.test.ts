import { expect, test } from 'vitest';
import { addressedCalls } from '../../scripts/egress/read-trace.mjs';

test.each([
  [
    'connect(23, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("8.8.8.8")}, 16) = 0',
    1,
  ],
  [
    'connect(9, {sa_family=AF_INET6, inet_pton(AF_INET6, "2001:4860:4860::8888", &sin6_addr)}, 28) = -1',
    1,
  ],
  ['sendto(7, "x", 1, 0, {sa_family=AF_INET, sin_addr=inet_addr("10.0.0.1")}, 16) = 1', 1],
  ['connect(7, {sa_family=AF_INET, sin_addr=inet_addr("127.0.0.1")}, 16) = 0', 0],
  ['connect(7, {sa_family=AF_INET6, inet_pton(AF_INET6, "::1", &sin6_addr)}, 28) = 0', 0],
  ['connect(7, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0', 0],
  ['sendto(7, "8.8.8.8", 7, 0, NULL, 0) = 7', 0],
])('%s counts %i times', (line, count) => {
  expect(addressedCalls(line)).toHaveLength(count);
});
