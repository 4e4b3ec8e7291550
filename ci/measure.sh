#!/bin/sh
# Measures CARBON_GATE_COMMAND. The GitLab component, the orb of CircleCI and the step for Jenkins call it.
#   CARBON_GATE_BUDGET  budget lines, one a line; none if empty
#   CARBON_GATE_REPORT  file of the report, carbon.json if empty; the summary is beside it (.md)
set -eu
report=${CARBON_GATE_REPORT:-carbon.json}
mkdir -p "$(dirname "$report")"
set -- run --json "$report" --markdown "${report%.json}.md"
while IFS= read -r line; do
  if [ -n "$line" ]; then set -- "$@" --budget "$line"; fi
done <<LINES
${CARBON_GATE_BUDGET:-}
LINES
exec node "$(dirname "$0")/../dist/cli/index.js" "$@" -- sh -c "$CARBON_GATE_COMMAND"
