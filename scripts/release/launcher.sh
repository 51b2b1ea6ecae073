#!/bin/sh
# Starts the desk without core dumps, which would hold what stood in memory, and without what others left in the environment.
here=$(dirname "$(readlink -f "$0")")
ulimit -c 0
unset ELECTRON_RUN_AS_NODE ELECTRON_ENABLE_LOGGING ELECTRON_DISABLE_SANDBOX NODE_OPTIONS NODE_EXTRA_CA_CERTS LD_PRELOAD
exec "$here/dual-coverage-desk.bin" "$@"
