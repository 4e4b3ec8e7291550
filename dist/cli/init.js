import{dt as e,ft as t,ht as n,j as r,k as i,n as a,rt as o}from"./start.js";import{n as s,t as c}from"./run-git.js";import{t as l}from"./suggested-budget.js";import{t as u}from"./schema-address.js";import{a as d,r as f}from"./find-config.js";import{t as p}from"./dist.js";import{r as m}from"./find-reports.js";import h from"node:path";import{existsSync as g,lstatSync as _,mkdirSync as v,readFileSync as y,readdirSync as b,realpathSync as x,statSync as ee,writeFileSync as S}from"node:fs";function C(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
`}function w(e,t){let n=t?`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
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
`}function T(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
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
`}function E(t){let n=t.filter(({hasGate:e})=>!e),[r,...i]=n;if(!r)return``;let a=({jobs:t})=>`needs: [${t.map(t=>e(t)).join(`, `)}]`,o=i.map(t=>`in ${e(t.file)} with ${a(t)}`);return`${D(t)}To measure jobs instead of estimating them, and to fail the build over budget, add to ${n.map(({file:t})=>e(t)).join(`, `)}:

  as first step of each job:
      - uses: carbon-gate/carbon-gate@v1

  as last job${o.length>0?` (${o.join(`, `)})`:``}:
  carbon:
    ${a(r)}
    if: always()
    runs-on: ubuntu-slim
    permissions: {contents: read, actions: read, pull-requests: write}
    steps:
      - uses: carbon-gate/carbon-gate@v1
        with: {mode: workflow}
`}function D(e){return e.some(({isStartedByPullRequest:e})=>e)?``:"Pushes start your workflows, pull requests do not. No workflow is written, because it would run your tests once more. For comments on\npull requests, add `pull_request:` to `on` of the workflow that tests, then run init again.\n\n"}const O=`echo "put the commands of your build here"`;function te({budgets:e,proposal:t,ledger:n,defaultBranch:r}){let i=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${u(`config`)}
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
`;function M(e){return`${k}stages: [test]

${A}
test:
  extends: .carbon
  stage: test
  script:
    - ${F(e)}

${j}`}function N(){return`${k}
${A}
${j}`}function P(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${F(e)}
`}function F(e){let t=e??O.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function I(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
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
    # The image needs git, Node 20 or newer and what your build needs.
    container:
      image: node:24-bookworm
    steps:
      - uses: https://github.com/carbon-gate/carbon-gate@v1
        with:
          github-token: \${{ github.token }}
      - uses: actions/checkout@v4
      - run: ${JSON.stringify(e??O)}
`}var L=p();const R=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,z(`.`)],[`requirements.txt`,z(`-r requirements.txt`)],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]];function z(e){return`python3 -m venv .venv && .venv/bin/python -m pip install ${e} pytest && .venv/bin/python -m pytest`}const B=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function V(e){let t=t=>g(h.join(e,t))&&(!B.has(t)||H(e));return R.find(([e])=>t(e))?.[1]??null}function H(e){let t=K(h.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function U(e){let t=`.github/workflows`;return f(h.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=K(h.join(e,t,n)),i=W(r?.on),a=`pull_request`in i;if(!a&&!G(i))return[];let o=r?.name,s=Object(r?.jobs);return[{file:`${t}/${n}`,name:typeof o==`string`?o:`${t}/${n}`,jobs:Object.keys(s),isStartedByPullRequest:a,hasGate:Object.values(s).some(re)}]})}function W(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:Object.fromEntries([e].flat().map(e=>[String(e),null]))}function G(e){if(!(`push`in e))return!1;let t=Object.keys(Object(e.push));return!t.some(e=>e.startsWith(`tags`))||t.some(e=>e.startsWith(`branches`))}function re(e){let{steps:t}=Object(e);return Array.isArray(t)&&t.some(e=>String(Object(e).uses).startsWith(`carbon-gate/carbon-gate@`))}function K(e){try{let t=(0,L.parse)(y(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const q=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function J(e,t,n){let r={file:d[0],text:te(n)},i=V(e);if(t===`gitlab`){let t=g(h.join(e,X));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:N()}:{file:X,text:M(i)},r],byHand:t?P(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:I(i,n.defaultBranch)},r],byHand:``};let a=U(e).filter(({file:e})=>!q.test(e)),o=a.filter(({isStartedByPullRequest:e})=>e),s=[];if(a.length===0&&s.push({file:`${Y}/carbon.yml`,text:C(i,n.defaultBranch)}),a.length===0||o.length>0){let e=a.length===0?[`Carbon`]:o.map(({name:e})=>e),t=o.some(({hasGate:e})=>!e);s.push({file:`${Y}/carbon-comment.yml`,text:w(e,t)})}return n.ledger!==null&&s.push({file:`${Y}/carbon-ledger.yml`,text:T(n.ledger)}),{files:[...s,r],byHand:E(o.length>0?o:a)}}const Y=`.github/workflows`,X=`.gitlab-ci.yml`;function ie(e,t,n){for(let{file:n}of t)oe(e,n);let r=t.map(({file:t})=>se(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||ae(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function ae(e,{file:r,text:i}){let a=h.join(e,r);try{return v(h.dirname(a),{recursive:!0}),S(a,i,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new t(`${r} cannot be written: ${n(e)}`)}}function oe(e,n){let r=n.split(`/`).slice(0,-1);for(let n=1;n<=r.length;n++){let i=r.slice(0,n).join(`/`),a=_(h.join(e,i),{throwIfNoEntry:!1});if(a===void 0)return;if(!a.isDirectory())throw new t(`${i} is ${a.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function se(e,t){let{dir:n,base:r}=h.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=h.join(e,n);if(_(a,{throwIfNoEntry:!1})===void 0)return null;let o=b(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:h.posix.join(n,o)}async function ce(t,{console:n,env:r}){let i=ue(t.dir??`.`),{forge:s,reason:c}=t.forge?{forge:t.forge,reason:`--forge`}:a(i,await Q(i,r)),l=pe(t.ledger,s),{budgets:u,proposal:f}=fe(t),{files:p,byHand:m}=J(i,s,{budgets:u,proposal:f,ledger:l,defaultBranch:await de(i,r)}),_=t.dryRun===!0,v=ie(i,p,_);g(h.join(i,`.git`))||n.err(`warning: ${e(i)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`),n.out(`${Z[s]} (${c}), in ${e(i)}${_?`; dry run: nothing is written`:``}\n`);for(let e of v)n.out(le(e,_));let y=v.find(({file:e,outcome:t})=>e===d[0]&&t===`kept`);if(f!==null){let e=y?`not written, because the config file exists`:`a comment in ${d[0]}`;n.out(`\nThe report is of a run outside of CI: its budget of ${f} is ${e}. The first run in CI proposes one for its jobs.\n`)}let b=[...u.length>0?[`budgets: ${JSON.stringify(u)}`]:[],...l===null?[]:[`ledger: ${l}`]];if(y&&b.length>0){let t=e(y.existing??d[0]);n.err(`warning: ${t} exists and was not changed. Check that it has: ${b.join(`, and `)}\n`)}return m!==``&&n.out(`\n${m}`),v.some(({outcome:e})=>e===`written`)&&n.out(_?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.
`),o.ok}const Z={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function le({file:t,text:n,outcome:r,existing:i},a){if(r===`kept`)return`\nkept ${e(i??t)}: it exists, and nothing is overwritten\n`;let o=n.trimEnd().split(`
`);return`\n${a?`would write`:`wrote`} ${t}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function ue(r){let i;try{if(i=x(r),!ee(i).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(i){let a=n(i).replace(`the file`,`the folder`);throw new t(`--dir ${e(r)} cannot be used: ${a}`)}for(let e=i;;e=h.dirname(e)){if(g(h.join(e,`.git`)))return e;if(h.dirname(e)===e)return i}}async function Q(e,t){let{text:n,problem:r}=await $([`remote`,`get-url`,`origin`],e,t);return{address:n,problem:r}}async function de(e,t){let n=(await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t)).text;if(n!==null)return n.replace(/^origin\//,``);let r=(await $([`symbolic-ref`,`--short`,`HEAD`],e,t)).text;return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(t,n,r){if(!g(h.join(n,`.git`)))return{text:null,problem:null};try{let{status:i,stdout:a,stderr:o}=await s(t,{cwd:n,env:c(r)}),l=i===128?/^fatal: (?!No such remote)(.*)/m.exec(o)?.[1]:void 0;return{text:i===0&&a.toString(`utf8`).trim()||null,problem:l===void 0?null:`git fails: ${e(l)}`}}catch(e){return{text:null,problem:e.message}}}function fe({budget:n,report:i}){let a=n===void 0?[]:n.split(`
`).map(e=>r(e).line);if(i===void 0)return{budgets:a,proposal:null};let o=m(i),s=l(o);if(s===null)throw new t(`--report ${e(i)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return o.subject.kind===`job`||o.subject.kind===`workflow`||o.origin?{budgets:[s,...a],proposal:null}:{budgets:a,proposal:s}}function pe(n,r){if(n===void 0)return null;let a=n===!0?`carbon-ledger`:n.trim();if(i(a),r!==`github`)throw new t(`--ledger writes the collector, which runs on GitHub: on ${Z[r]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(a))throw new t(`--ledger is ${e(JSON.stringify(a))}: use a branch or ref, such as \`carbon-ledger\``);return a}export{ce as initCommand};