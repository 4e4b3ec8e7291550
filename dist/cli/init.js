import{Fi as e,Fn as t,Ft as n,Mi as r,Ni as i,Oi as a,Or as o,Sn as s,Zn as c,k as l,wr as u}from"./start.js";import{n as d,t as f}from"./run-git.js";import p from"node:path";import{existsSync as m,lstatSync as h,mkdirSync as ee,readFileSync as g,readdirSync as _,realpathSync as v,statSync as y,writeFileSync as b}from"node:fs";function te(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
    runs-on: ubuntu-latest
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: workflow
`}function x(e,t){let n=t?`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
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
    runs-on: ubuntu-latest
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: comment
`}function S(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
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
      - uses: actions/checkout@v5
        with:
          sparse-checkout: .github
          persist-credentials: false
      - uses: carbon-gate/carbon-gate@v1
        with:
          mode: collect
          # A branch of this repository; \`refs/carbon-gate/ledger\` adds nothing to a clone.
          ledger: ${e}
`}function C(e){return`To measure jobs instead of estimating them, and to fail the build over budget, add to ${e.map(({file:e})=>r(e)).join(`, `)}:

  as first step of each job:
      - uses: carbon-gate/carbon-gate@v1

  as last job (needs: every other job):
  carbon:
    needs: [test]
    if: always()
    runs-on: ubuntu-latest
    permissions: {contents: read, actions: read, pull-requests: write}
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with: {mode: workflow}
`}const w=`echo "put the commands of your build here"`;function T({budgets:e,ledger:t,defaultBranch:n}){let r=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${u(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${r===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${n}
`:`budgets:\n${r}`}${t===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${t}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}const E=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,D=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json"]
`,O=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function k(e){return`${E}stages: [test]

${D}
test:
  extends: .carbon
  stage: test
  script:
    - ${M(e)}

${O}`}function A(){return`${E}
${D}
${O}`}function j(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${M(e)}
`}function M(e){let t=e??w.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function N(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
name: Carbon
on:
  push:
    branches: [${JSON.stringify(t)}]
  pull_request:
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
      - run: ${JSON.stringify(e??w)}
`}var P=t();const F=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]],I=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function L(e){let t=t=>m(p.join(e,t))&&(!I.has(t)||R(e));return F.find(([e])=>t(e))?.[1]??null}function R(e){let t=H(p.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function z(e){let t=`.github/workflows`;return V(p.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=H(p.join(e,t,n));if(!B(r?.on))return[];let i=r?.name;return[{file:`${t}/${n}`,name:typeof i==`string`?i:`${t}/${n}`}]})}function B(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function V(e){try{return _(e)}catch{return[]}}function H(e){try{let t=(0,P.parse)(g(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const U=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function W(e,t,n){let r={file:`.github/carbon-gate.yml`,text:T(n)},i=L(e);if(t===`gitlab`){let t=m(p.join(e,K));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:A()}:{file:K,text:k(i)},r],byHand:t?j(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:N(i,n.defaultBranch)},r],byHand:``};let a=z(e).filter(({file:e})=>!U.test(e)),o=a.length>0?[{file:`${G}/carbon-comment.yml`,text:x(a.map(({name:e})=>e),!0)}]:[{file:`${G}/carbon.yml`,text:te(i,n.defaultBranch)},{file:`${G}/carbon-comment.yml`,text:x([`Carbon`],!1)}];return n.ledger!==null&&o.push({file:`${G}/carbon-ledger.yml`,text:S(n.ledger)}),{files:[...o,r],byHand:a.length>0?C(a):``}}const G=`.github/workflows`,K=`.gitlab-ci.yml`;function q(e,t,n){for(let{file:n}of t)Y(e,n);let r=t.map(({file:t})=>X(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||J(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function J(t,{file:n,text:r}){let a=p.join(t,n);try{return ee(p.dirname(a),{recursive:!0}),b(a,r,{flag:`wx`}),!0}catch(t){if(t.code===`EEXIST`)return!1;throw new i(`${n} cannot be written: ${e(t)}`)}}function Y(e,t){let n=t.split(`/`).slice(0,-1);for(let t=1;t<=n.length;t++){let r=n.slice(0,t).join(`/`),a=h(p.join(e,r),{throwIfNoEntry:!1});if(a===void 0)return;if(!a.isDirectory())throw new i(`${r} is ${a.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function X(e,t){let{dir:n,base:r}=p.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=p.join(e,n);if(h(a,{throwIfNoEntry:!1})===void 0)return null;let o=_(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:p.posix.join(n,o)}async function Z(e,{console:t,env:n}){let i=re(e.dir??`.`),{forge:o,reason:s}=e.forge?{forge:e.forge,reason:`--forge`}:l(i,await ie(i,n)),c=se(e.ledger,o),{files:u,byHand:d}=W(i,o,{budgets:oe(e),ledger:c,defaultBranch:await ae(i,n)}),f=e.dryRun===!0,p=q(i,u,f);t.out(`${Q[o]} (${s}), in ${r(i)}${f?`; dry run: nothing is written`:``}\n`);for(let e of p)t.out(ne(e,f));return d!==``&&t.out(`\n${d}`),p.some(({outcome:e})=>e===`written`)&&t.out(f?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run shows what it used; without a budget, it proposes one.
`),a.ok}const Q={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function ne({file:e,text:t,outcome:n,existing:i},a){if(n===`kept`)return`\nkept ${r(i??e)}: it exists, and nothing is overwritten\n`;let o=t.trimEnd().split(`
`);return`\n${a?`would write`:`wrote`} ${e}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function re(t){let n;try{if(n=v(t),!y(n).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(n){let a=e(n).replace(`the file`,`the folder`);throw new i(`--dir ${r(t)} cannot be used: ${a}`)}for(let e=n;;e=p.dirname(e)){if(m(p.join(e,`.git`)))return e;if(p.dirname(e)===e)return n}}async function ie(e,t){return $([`remote`,`get-url`,`origin`],e,t)}async function ae(e,t){let n=await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await $([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(e,t,n){if(!m(p.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await d(e,{cwd:t,env:f(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function oe({budget:t,report:a}){let s=t===void 0?[]:t.split(`
`).map(e=>o(e).line);if(a===void 0)return s;let l;try{l=g(a,`utf8`)}catch(t){throw new i(`--report ${r(a)} cannot be read: ${e(t)}`)}let u=c(n(l,a));if(u===null)throw new i(`--report ${r(a)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return[u,...s]}function se(e,t){if(e===void 0)return null;let n=e===!0?`carbon-ledger`:e.trim();if(s(n),t!==`github`)throw new i(`--ledger writes the collector, which runs on GitHub: on ${Q[t]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(n))throw new i(`--ledger is ${r(JSON.stringify(n))}: use a branch or ref, such as \`carbon-ledger\``);return n}export{Z as initCommand};