// Step of a Jenkins shared library. Add this repository as a library (Manage Jenkins, Global Pipeline Libraries), then:
//   @Library('carbon-gate@v1') _
//   carbonGate(command: 'make test', budget: '5 g')
// The agent needs git and Node 20 or newer, and a shell.
def call(Map options) {
  if (!options.command) {
    error "carbonGate: command is missing, for example carbonGate(command: 'make test')"
  }
  String version = options.version ?: 'v1'
  String report = options.report ?: 'carbon-report.json'
  // Values travel in the environment: no text of a user becomes part of a script.
  withEnv([
    "CARBON_GATE_VERSION=${version}",
    "CARBON_GATE_COMMAND=${options.command}",
    "CARBON_GATE_BUDGET=${options.budget ?: ''}",
    "CARBON_GATE_REPORT=${report}",
  ]) {
    sh '''
      # An agent keeps its workspace: what an earlier build left there is neither run nor archived.
      rm -rf .carbon-gate "$CARBON_GATE_REPORT"
      git clone --quiet --depth 1 --branch "$CARBON_GATE_VERSION" https://github.com/carbon-gate/carbon-gate.git .carbon-gate
    '''
    try {
      sh 'sh .carbon-gate/ci/measure.sh'
    } finally {
      archiveArtifacts artifacts: "${report}, ${report.replaceAll(/\.json$/, '.md')}", allowEmptyArchive: true
    }
  }
}
