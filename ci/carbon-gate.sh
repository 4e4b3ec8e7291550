#!/bin/sh
# The command line from a clone, for tools that start a script (.pre-commit-hooks.yaml).
exec node "$(dirname "$0")/../dist/cli/index.js" "$@"
