import{E as e,Z as t,it as n,n as r,rt as i,st as a,w as o}from"./start.js";import{t as s}from"./report-file.js";import{n as c,t as l}from"./run-git.js";import{r as u,t as d}from"./config-names.js";import{t as f}from"./schema-address.js";import{t as p}from"./dist.js";import m from"node:path";import{existsSync as h,lstatSync as g,mkdirSync as _,readFileSync as v,readdirSync as y,realpathSync as b,statSync as ee,writeFileSync as x}from"node:fs";function S(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
`}const E=`echo "put the commands of your build here"`;function D({budgets:e,ledger:t,defaultBranch:n}){let r=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${f(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${r===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${n}
`:`budgets:\n${r}`}${t===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${t}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
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
`;function te(e){return`${O}stages: [test]

${k}
test:
  extends: .carbon
  stage: test
  script:
    - ${N(e)}

${A}`}function j(){return`${O}
${k}
${A}`}function M(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${N(e)}
`}function N(e){let t=e??E.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function P(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
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
`}var F=p();const I=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]],L=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function R(e){let t=t=>h(m.join(e,t))&&(!L.has(t)||z(e));return I.find(([e])=>t(e))?.[1]??null}function z(e){let t=U(m.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function B(e){let t=`.github/workflows`;return H(m.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=U(m.join(e,t,n));if(!V(r?.on))return[];let i=r?.name;return[{file:`${t}/${n}`,name:typeof i==`string`?i:`${t}/${n}`}]})}function V(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function H(e){try{return y(e)}catch{return[]}}function U(e){try{let t=(0,F.parse)(v(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const W=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function G(e,t,n){let r={file:d[0],text:D(n)},i=R(e);if(t===`gitlab`){let t=h(m.join(e,q));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:j()}:{file:q,text:te(i)},r],byHand:t?M(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:P(i,n.defaultBranch)},r],byHand:``};let a=B(e).filter(({file:e})=>!W.test(e)),o=a.length>0?[{file:`${K}/carbon-comment.yml`,text:C(a.map(({name:e})=>e),!0)}]:[{file:`${K}/carbon.yml`,text:S(i,n.defaultBranch)},{file:`${K}/carbon-comment.yml`,text:C([`Carbon`],!1)}];return n.ledger!==null&&o.push({file:`${K}/carbon-ledger.yml`,text:w(n.ledger)}),{files:[...o,r],byHand:a.length>0?T(a):``}}const K=`.github/workflows`,q=`.gitlab-ci.yml`;function J(e,t,n){for(let{file:n}of t)X(e,n);let r=t.map(({file:t})=>Z(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||Y(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function Y(e,{file:t,text:r}){let i=m.join(e,t);try{return _(m.dirname(i),{recursive:!0}),x(i,r,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new n(`${t} cannot be written: ${a(e)}`)}}function X(e,t){let r=t.split(`/`).slice(0,-1);for(let t=1;t<=r.length;t++){let i=r.slice(0,t).join(`/`),a=g(m.join(e,i),{throwIfNoEntry:!1});if(a===void 0)return;if(!a.isDirectory())throw new n(`${i} is ${a.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function Z(e,t){let{dir:n,base:r}=m.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=m.join(e,n);if(g(a,{throwIfNoEntry:!1})===void 0)return null;let o=y(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:m.posix.join(n,o)}async function ne(e,{console:n,env:a}){let o=ie(e.dir??`.`),{forge:s,reason:c}=e.forge?{forge:e.forge,reason:`--forge`}:r(o,await ae(o,a)),l=ce(e.ledger,s),u=se(e),{files:f,byHand:p}=G(o,s,{budgets:u,ledger:l,defaultBranch:await oe(o,a)}),g=e.dryRun===!0,_=J(o,f,g);h(m.join(o,`.git`))||n.err(`warning: ${i(o)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`),n.out(`${Q[s]} (${c}), in ${i(o)}${g?`; dry run: nothing is written`:``}\n`);for(let e of _)n.out(re(e,g));let v=_.find(({file:e,outcome:t})=>e===d[0]&&t===`kept`),y=[...u.length>0?[`budgets: ${JSON.stringify(u)}`]:[],...l===null?[]:[`ledger: ${l}`]];if(v&&y.length>0){let e=i(v.existing??d[0]);n.err(`warning: ${e} exists and was not changed. Check that it has: ${y.join(`, and `)}\n`)}return p!==``&&n.out(`\n${p}`),_.some(({outcome:e})=>e===`written`)&&n.out(g?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.
`),t.ok}const Q={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function re({file:e,text:t,outcome:n,existing:r},a){if(n===`kept`)return`\nkept ${i(r??e)}: it exists, and nothing is overwritten\n`;let o=t.trimEnd().split(`
`);return`\n${a?`would write`:`wrote`} ${e}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function ie(e){let t;try{if(t=b(e),!ee(t).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(t){let r=a(t).replace(`the file`,`the folder`);throw new n(`--dir ${i(e)} cannot be used: ${r}`)}for(let e=t;;e=m.dirname(e)){if(h(m.join(e,`.git`)))return e;if(m.dirname(e)===e)return t}}async function ae(e,t){return $([`remote`,`get-url`,`origin`],e,t)}async function oe(e,t){let n=await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await $([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(e,t,n){if(!h(m.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await c(e,{cwd:t,env:l(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function se({budget:t,report:r}){let o=t===void 0?[]:t.split(`
`).map(t=>e(t).line);if(r===void 0)return o;let c;try{c=v(r,`utf8`)}catch(e){throw new n(`--report ${i(r)} cannot be read: ${a(e)}`)}let l=u(s(c,r));if(l===null)throw new n(`--report ${i(r)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return[l,...o]}function ce(e,t){if(e===void 0)return null;let r=e===!0?`carbon-ledger`:e.trim();if(o(r),t!==`github`)throw new n(`--ledger writes the collector, which runs on GitHub: on ${Q[t]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(r))throw new n(`--ledger is ${i(JSON.stringify(r))}: use a branch or ref, such as \`carbon-ledger\``);return r}export{ne as initCommand};