import{D as e,ct as t,dt as n,k as r,n as i,st as a,tt as o}from"./start.js";import{n as s,t as c}from"./run-git.js";import{t as l}from"./suggested-budget.js";import{t as u}from"./schema-address.js";import{t as d}from"./config-names.js";import{t as f}from"./dist.js";import{r as p}from"./find-reports.js";import m from"node:path";import{existsSync as h,lstatSync as g,mkdirSync as _,readFileSync as v,readdirSync as y,realpathSync as b,statSync as ee,writeFileSync as x}from"node:fs";function S(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
name: Carbon
on:
  push:
    branches: [${JSON.stringify(t)}]
  pull_request:
    # \`edited\`: when the base of a pull request changes, the new base's budget applies.
    types: [opened, synchronize, reopened, edited]
permissions:
  contents: read
  actions: read
  pull-requests: write
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      # First step of every job that should be measured.
      - uses: carbon-gate/carbon-gate@v1
      - uses: actions/checkout@v6
      - run: ${JSON.stringify(e??`echo "put the commands of your build here"`)}
  carbon:
    # Make this job a required check. It estimates jobs without the step from their times and runners.
    needs: [test]
    if: always()
    runs-on: ubuntu-slim
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: workflow
`}function C(e,t){let n=t?`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
# times and runners. With the step as first step of a job, that job is measured.`:`# Comments on pull requests of forks and of Dependabot, whose own runs may not write.`,r=t?`github.event.workflow_run.event == 'pull_request'`:`>-
      github.event.workflow_run.event == 'pull_request' &&
      (github.event.workflow_run.head_repository.full_name != github.repository ||
       github.event.workflow_run.actor.login == 'dependabot[bot]')`;return`${n}
# It checks nothing out and runs nothing of the pull request. Never add a checkout: its token may write.
name: Carbon comment
on:
  workflow_run:
    workflows: [${e.map(e=>JSON.stringify(e)).join(`, `)}]
    types: [completed]
permissions:
  contents: read
  actions: read
  pull-requests: write
jobs:
  comment:
    if: ${r}
    runs-on: ubuntu-slim
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: comment
`}function w(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
# are judged with \`contents: read\`. About 1 minute of a runner an hour; requests: see docs/ledger.md.
name: Carbon ledger
on:
  schedule:
    - cron: "17 * * * *"
  workflow_dispatch:
permissions: {}
concurrency:
  group: carbon-ledger
  cancel-in-progress: false
jobs:
  collect:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: write
      actions: read
    steps:
      # Only for .github/carbon-gate.yml: runner classes, region, PUE.
      - uses: actions/checkout@v6
        with:
          sparse-checkout: .github
          persist-credentials: false
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: collect
          # A branch of this repository; \`refs/carbon-gate/ledger\` adds nothing to a clone.
          ledger: ${e}
`}function T(e){return`To measure jobs instead of estimating them, and to fail the build over budget, add to ${e.map(({file:e})=>a(e)).join(`, `)}:

  as first step of each job:
      - uses: carbon-gate/carbon-gate@v1

  as last job (needs: every other job):
  carbon:
    needs: [test]
    if: always()
    runs-on: ubuntu-slim
    permissions: {contents: read, actions: read, pull-requests: write}
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with: {mode: workflow}
`}const E=`echo "put the commands of your build here"`;function D({budgets:e,proposal:t,ledger:n,defaultBranch:r}){let i=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${u(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${i===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${r}
`:`budgets:\n${i}`}${t===null?``:O(t)}${n===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${n}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}function O(e){return`# Proposed from a report that was not made in CI. A line without a scope limits each CI job, and a CI job also checks out and
# installs, on another machine. So this line is not active: compare it with the first run in CI, then add it to \`budgets\`.
#   - ${e}
`}const k=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,A=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json"]
`,j=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function te(e){return`${k}stages: [test]

${A}
test:
  extends: .carbon
  stage: test
  script:
    - ${P(e)}

${j}`}function M(){return`${k}
${A}
${j}`}function N(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${P(e)}
`}function P(e){let t=e??E.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function F(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
name: Carbon
on:
  push:
    branches: [${JSON.stringify(t)}]
  pull_request:
    # \`edited\`: when the base of a pull request changes, the new base's budget applies.
    types: [opened, synchronize, reopened, edited]
jobs:
  test:
    runs-on: docker
    container:
      image: node:24-bookworm
    steps:
      - uses: https://github.com/carbon-gate/carbon-gate@v1
        with:
          github-token: \${{ github.token }}
      - uses: actions/checkout@v4
      - run: ${JSON.stringify(e??E)}
`}var I=f();const L=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]],R=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function z(e){let t=t=>h(m.join(e,t))&&(!R.has(t)||B(e));return L.find(([e])=>t(e))?.[1]??null}function B(e){let t=W(m.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function V(e){let t=`.github/workflows`;return U(m.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=W(m.join(e,t,n));if(!H(r?.on))return[];let i=r?.name;return[{file:`${t}/${n}`,name:typeof i==`string`?i:`${t}/${n}`}]})}function H(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function U(e){try{return y(e)}catch{return[]}}function W(e){try{let t=(0,I.parse)(v(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const G=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function K(e,t,n){let r={file:d[0],text:D(n)},i=z(e);if(t===`gitlab`){let t=h(m.join(e,J));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:M()}:{file:J,text:te(i)},r],byHand:t?N(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:F(i,n.defaultBranch)},r],byHand:``};let a=V(e).filter(({file:e})=>!G.test(e)),o=a.length>0?[{file:`${q}/carbon-comment.yml`,text:C(a.map(({name:e})=>e),!0)}]:[{file:`${q}/carbon.yml`,text:S(i,n.defaultBranch)},{file:`${q}/carbon-comment.yml`,text:C([`Carbon`],!1)}];return n.ledger!==null&&o.push({file:`${q}/carbon-ledger.yml`,text:w(n.ledger)}),{files:[...o,r],byHand:a.length>0?T(a):``}}const q=`.github/workflows`,J=`.gitlab-ci.yml`;function Y(e,t,n){for(let{file:n}of t)Z(e,n);let r=t.map(({file:t})=>ne(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||X(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function X(e,{file:r,text:i}){let a=m.join(e,r);try{return _(m.dirname(a),{recursive:!0}),x(a,i,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new t(`${r} cannot be written: ${n(e)}`)}}function Z(e,n){let r=n.split(`/`).slice(0,-1);for(let n=1;n<=r.length;n++){let i=r.slice(0,n).join(`/`),a=g(m.join(e,i),{throwIfNoEntry:!1});if(a===void 0)return;if(!a.isDirectory())throw new t(`${i} is ${a.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function ne(e,t){let{dir:n,base:r}=m.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=m.join(e,n);if(g(a,{throwIfNoEntry:!1})===void 0)return null;let o=y(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:m.posix.join(n,o)}async function re(e,{console:t,env:n}){let r=ae(e.dir??`.`),{forge:s,reason:c}=e.forge?{forge:e.forge,reason:`--forge`}:i(r,await oe(r,n)),l=le(e.ledger,s),{budgets:u,proposal:f}=ce(e),{files:p,byHand:g}=K(r,s,{budgets:u,proposal:f,ledger:l,defaultBranch:await se(r,n)}),_=e.dryRun===!0,v=Y(r,p,_);h(m.join(r,`.git`))||t.err(`warning: ${a(r)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`),t.out(`${Q[s]} (${c}), in ${a(r)}${_?`; dry run: nothing is written`:``}\n`);for(let e of v)t.out(ie(e,_));let y=v.find(({file:e,outcome:t})=>e===d[0]&&t===`kept`);if(f!==null){let e=y?`not written, because the config file exists`:`a comment in ${d[0]}`;t.out(`\nThe report is of a run outside of CI: its budget of ${f} is ${e}. The first run in CI proposes one for its jobs.\n`)}let b=[...u.length>0?[`budgets: ${JSON.stringify(u)}`]:[],...l===null?[]:[`ledger: ${l}`]];if(y&&b.length>0){let e=a(y.existing??d[0]);t.err(`warning: ${e} exists and was not changed. Check that it has: ${b.join(`, and `)}\n`)}return g!==``&&t.out(`\n${g}`),v.some(({outcome:e})=>e===`written`)&&t.out(_?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.
`),o.ok}const Q={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function ie({file:e,text:t,outcome:n,existing:r},i){if(n===`kept`)return`\nkept ${a(r??e)}: it exists, and nothing is overwritten\n`;let o=t.trimEnd().split(`
`);return`\n${i?`would write`:`wrote`} ${e}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function ae(e){let r;try{if(r=b(e),!ee(r).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(r){let i=n(r).replace(`the file`,`the folder`);throw new t(`--dir ${a(e)} cannot be used: ${i}`)}for(let e=r;;e=m.dirname(e)){if(h(m.join(e,`.git`)))return e;if(m.dirname(e)===e)return r}}async function oe(e,t){return $([`remote`,`get-url`,`origin`],e,t)}async function se(e,t){let n=await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await $([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(e,t,n){if(!h(m.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await s(e,{cwd:t,env:c(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function ce({budget:e,report:n}){let i=e===void 0?[]:e.split(`
`).map(e=>r(e).line);if(n===void 0)return{budgets:i,proposal:null};let o=p(n),s=l(o);if(s===null)throw new t(`--report ${a(n)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return o.subject.kind===`job`||o.subject.kind===`workflow`||o.origin?{budgets:[s,...i],proposal:null}:{budgets:i,proposal:s}}function le(n,r){if(n===void 0)return null;let i=n===!0?`carbon-ledger`:n.trim();if(e(i),r!==`github`)throw new t(`--ledger writes the collector, which runs on GitHub: on ${Q[r]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(i))throw new t(`--ledger is ${a(JSON.stringify(i))}: use a branch or ref, such as \`carbon-ledger\``);return i}export{re as initCommand};