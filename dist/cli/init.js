import{D as e,et as t,k as n,n as r,ot as i,st as a,ut as o}from"./start.js";import{t as s}from"./report-file.js";import{n as c,t as l}from"./run-git.js";import{t as u}from"./suggested-budget.js";import{t as d}from"./schema-address.js";import{t as f}from"./config-names.js";import{t as p}from"./dist.js";import{r as m}from"./named-file.js";import h from"node:path";import{existsSync as g,lstatSync as _,mkdirSync as v,readFileSync as y,readdirSync as b,realpathSync as x,statSync as S,writeFileSync as ee}from"node:fs";function te(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
`}function T(e){return`To measure jobs instead of estimating them, and to fail the build over budget, add to ${e.map(({file:e})=>i(e)).join(`, `)}:

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
`}const E=`echo "put the commands of your build here"`;function D({budgets:e,proposal:t,ledger:n,defaultBranch:r}){let i=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${d(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${i===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${r}
`:`budgets:\n${i}`}${t===null?``:ne(t)}${n===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${n}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}function ne(e){return`# Proposed from a report that was not made in CI. A line without a scope limits each CI job, and a CI job also checks out and
# installs, on another machine. So this line is not active: compare it with the first run in CI, then add it to \`budgets\`.
#   - ${e}
`}const O=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,k=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json"]
`,A=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function j(e){return`${O}stages: [test]

${k}
test:
  extends: .carbon
  stage: test
  script:
    - ${P(e)}

${A}`}function M(){return`${O}
${k}
${A}`}function N(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

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
`}var I=p();const L=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]],R=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function z(e){let t=t=>g(h.join(e,t))&&(!R.has(t)||B(e));return L.find(([e])=>t(e))?.[1]??null}function B(e){let t=W(h.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function V(e){let t=`.github/workflows`;return U(h.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=W(h.join(e,t,n));if(!H(r?.on))return[];let i=r?.name;return[{file:`${t}/${n}`,name:typeof i==`string`?i:`${t}/${n}`}]})}function H(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function U(e){try{return b(e)}catch{return[]}}function W(e){try{let t=(0,I.parse)(y(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const G=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function K(e,t,n){let r={file:f[0],text:D(n)},i=z(e);if(t===`gitlab`){let t=g(h.join(e,J));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:M()}:{file:J,text:j(i)},r],byHand:t?N(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:F(i,n.defaultBranch)},r],byHand:``};let a=V(e).filter(({file:e})=>!G.test(e)),o=a.length>0?[{file:`${q}/carbon-comment.yml`,text:C(a.map(({name:e})=>e),!0)}]:[{file:`${q}/carbon.yml`,text:te(i,n.defaultBranch)},{file:`${q}/carbon-comment.yml`,text:C([`Carbon`],!1)}];return n.ledger!==null&&o.push({file:`${q}/carbon-ledger.yml`,text:w(n.ledger)}),{files:[...o,r],byHand:a.length>0?T(a):``}}const q=`.github/workflows`,J=`.gitlab-ci.yml`;function Y(e,t,n){for(let{file:n}of t)re(e,n);let r=t.map(({file:t})=>ie(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||X(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function X(e,{file:t,text:n}){let r=h.join(e,t);try{return v(h.dirname(r),{recursive:!0}),ee(r,n,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new a(`${t} cannot be written: ${o(e)}`)}}function re(e,t){let n=t.split(`/`).slice(0,-1);for(let t=1;t<=n.length;t++){let r=n.slice(0,t).join(`/`),i=_(h.join(e,r),{throwIfNoEntry:!1});if(i===void 0)return;if(!i.isDirectory())throw new a(`${r} is ${i.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function ie(e,t){let{dir:n,base:r}=h.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=h.join(e,n);if(_(a,{throwIfNoEntry:!1})===void 0)return null;let o=b(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:h.posix.join(n,o)}async function ae(e,{console:n,env:a}){let o=se(e.dir??`.`),{forge:s,reason:c}=e.forge?{forge:e.forge,reason:`--forge`}:r(o,await Q(o,a)),l=ue(e.ledger,s),{budgets:u,proposal:d}=le(e),{files:p,byHand:m}=K(o,s,{budgets:u,proposal:d,ledger:l,defaultBranch:await ce(o,a)}),_=e.dryRun===!0,v=Y(o,p,_);g(h.join(o,`.git`))||n.err(`warning: ${i(o)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`),n.out(`${Z[s]} (${c}), in ${i(o)}${_?`; dry run: nothing is written`:``}\n`);for(let e of v)n.out(oe(e,_));let y=v.find(({file:e,outcome:t})=>e===f[0]&&t===`kept`);if(d!==null){let e=y?`not written, because the config file exists`:`a comment in ${f[0]}`;n.out(`\nThe report is of a run outside of CI: its budget of ${d} is ${e}. The first run in CI proposes one for its jobs.\n`)}let b=[...u.length>0?[`budgets: ${JSON.stringify(u)}`]:[],...l===null?[]:[`ledger: ${l}`]];if(y&&b.length>0){let e=i(y.existing??f[0]);n.err(`warning: ${e} exists and was not changed. Check that it has: ${b.join(`, and `)}\n`)}return m!==``&&n.out(`\n${m}`),v.some(({outcome:e})=>e===`written`)&&n.out(_?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.
`),t.ok}const Z={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function oe({file:e,text:t,outcome:n,existing:r},a){if(n===`kept`)return`\nkept ${i(r??e)}: it exists, and nothing is overwritten\n`;let o=t.trimEnd().split(`
`);return`\n${a?`would write`:`wrote`} ${e}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function se(e){let t;try{if(t=x(e),!S(t).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(t){let n=o(t).replace(`the file`,`the folder`);throw new a(`--dir ${i(e)} cannot be used: ${n}`)}for(let e=t;;e=h.dirname(e)){if(g(h.join(e,`.git`)))return e;if(h.dirname(e)===e)return t}}async function Q(e,t){return $([`remote`,`get-url`,`origin`],e,t)}async function ce(e,t){let n=await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await $([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(e,t,n){if(!g(h.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await c(e,{cwd:t,env:l(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function le({budget:e,report:t}){let r=e===void 0?[]:e.split(`
`).map(e=>n(e).line);if(t===void 0)return{budgets:r,proposal:null};let o=s(m(t,`report`),t),c=u(o);if(c===null)throw new a(`--report ${i(t)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return o.subject.kind===`job`||o.subject.kind===`workflow`||o.origin?{budgets:[c,...r],proposal:null}:{budgets:r,proposal:c}}function ue(t,n){if(t===void 0)return null;let r=t===!0?`carbon-ledger`:t.trim();if(e(r),n!==`github`)throw new a(`--ledger writes the collector, which runs on GitHub: on ${Z[n]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(r))throw new a(`--ledger is ${i(JSON.stringify(r))}: use a branch or ref, such as \`carbon-ledger\``);return r}export{ae as initCommand};