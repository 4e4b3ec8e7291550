import{ft as e,gt as t,it as n,j as r,k as i,n as a,pt as o}from"./start.js";import{n as s,t as c}from"./run-git.js";import{t as l}from"./suggested-budget.js";import{t as u}from"./schema-address.js";import{a as d,r as f}from"./find-config.js";import{t as p}from"./dist.js";import{r as m}from"./find-reports.js";import h from"node:path";import{existsSync as g,lstatSync as _,mkdirSync as v,readFileSync as y,readdirSync as b,realpathSync as x,statSync as S,writeFileSync as ee}from"node:fs";function C(e){return`on:
  push:
    branches: [${JSON.stringify(e)}]
  pull_request:
    # \`edited\`: when the base changes, the new base's budget applies. A new title or description runs the jobs again, too.
    types: [opened, synchronize, reopened, edited]
`}function w(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
name: Carbon
${C(t)}permissions:
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
`}const T={"every pull request":{purpose:`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
# times and runners. With the step as first step of a job, that job is measured.`,condition:`github.event.workflow_run.event == 'pull_request'`},"forks and Dependabot":{purpose:`# Comments on pull requests of forks and of Dependabot, whose own runs may not write.`,condition:`>-
      github.event.workflow_run.event == 'pull_request' &&
      (github.event.workflow_run.head_repository.full_name != github.repository ||
       github.event.workflow_run.actor.login == 'dependabot[bot]')`}};function te(e,t){let{purpose:n,condition:r}=T[t];return`${n}
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
`}function ne(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
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
`}function E(t){let n=t.filter(({hasGate:e})=>!e),[r,...i]=n;if(!r)return``;let a=({jobs:t})=>`needs: [${t.map(t=>e(t)).join(`, `)}]`,o=i.map(t=>`in ${e(t.file)} with ${a(t)}`),s=t.some(({isStartedByPullRequest:e})=>e);return`${s?``:O}To measure jobs instead of estimating them, and to fail the build over budget, add to ${n.map(({file:t})=>e(t)).join(`, `)}:

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
${s?D:``}`}const D=`
  in \`on\`, so that a pull request is judged again when its base changes:
  pull_request:
    types: [opened, synchronize, reopened, edited]

Make \`carbon\` a required check. Then delete .github/workflows/carbon-comment.yml and run init again: the new one comments on
pull requests of forks and of Dependabot only, because the job \`carbon\` comments on the others.
`,O="Pushes start your workflows, pull requests do not. No workflow is written, because it would run your tests once more. For comments on\npull requests, add `pull_request:` to `on` of the workflow that tests, then run init again.\n\n";function k({budgets:e,proposal:t,ledger:n,defaultBranch:r,forge:i}){let a=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${u(`config`)}
# Carbon budgets of this repository. ${i===`gitlab`?'`gate` reads this file from the checkout, so a merge request can change its own budget.\n# To prevent that, see "What a proposed change can do to its gate" in docs/ci/README.md of Carbon Gate.':`A pull request is judged by this file as it is at its base commit.`}
${a===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${r}
`:`budgets:\n${a}`}${t===null?``:A(t)}${n===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${n}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}function A(e){return`# Proposed from a report that was not made in CI. A line without a scope limits each CI job, and a CI job also checks out and
# installs, on another machine. So this line is not active: compare it with the first run in CI, then add it to \`budgets\`.
#   - ${e}
`}const j=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,M=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json", carbon.md]
`,N=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function P(e){return`${j}stages: [test]

${M}
test:
  extends: .carbon
  stage: test
  script:
    - ${L(e)}

${N}`}function F(){return`${j}
${M}
${N}`}function I(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${L(e)}
`}function L(e){return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(e??`echo put the commands of your build here`)}`}function R(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
name: Carbon
${C(t)}jobs:
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
      - run: ${JSON.stringify(e??`echo "put the commands of your build here"`)}
`}var z=p();const B=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,V(`.`)],[`requirements.txt`,V(`-r requirements.txt`)],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]];function V(e){return`python3 -m venv .venv && .venv/bin/python -m pip install ${e} pytest && .venv/bin/python -m pytest`}const H=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function U(e){let t=t=>g(h.join(e,t))&&(!H.has(t)||W(e));return B.find(([e])=>t(e))?.[1]??null}function W(e){let t=X(h.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}const G=`.gitlab-ci.yml`;function K(e){let t=h.join(e,G);return g(t)&&!(`.carbon`in(X(t)??{}))}function q(e){let t=`.github/workflows`;return f(h.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=X(h.join(e,t,n)),i=re(r?.on),a=`pull_request`in i;if(!a&&!J(i))return[];let o=r?.name,s=Object(r?.jobs);return[{file:`${t}/${n}`,name:typeof o==`string`?o:`${t}/${n}`,jobs:Object.keys(s),isStartedByPullRequest:a,hasGate:Object.values(s).some(Y)}]})}function re(e){return typeof e==`object`&&e&&!Array.isArray(e)?e:Object.fromEntries([e].flat().map(e=>[String(e),null]))}function J(e){if(!(`push`in e))return!1;let t=Object.keys(Object(e.push));return!t.some(e=>e.startsWith(`tags`))||t.some(e=>e.startsWith(`branches`))}function Y(e){let{steps:t}=Object(e);return Array.isArray(t)&&t.some(e=>String(Object(e).uses).startsWith(`carbon-gate/carbon-gate@`))}function X(e){try{let t=(0,z.parse)(y(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const ie=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function ae(e,t){let{forge:n}=t,r={file:d[0],text:k(t)},i=U(e);if(n===`gitlab`){let t=K(e);return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:F()}:{file:G,text:P(i)},r],byHand:t?I(i):``}}if(n!==`github`)return{files:[{file:`.${n}/workflows/carbon.yml`,text:R(i,t.defaultBranch)},r],byHand:``};let a=q(e).filter(({file:e})=>!ie.test(e)),o=a.filter(({isStartedByPullRequest:e})=>e),s=[];if(a.length===0&&s.push({file:`${Z}/carbon.yml`,text:w(i,t.defaultBranch)}),a.length===0||o.length>0){let e=a.length===0?[`Carbon`]:o.map(({name:e})=>e),t=o.every(({hasGate:e})=>e)?`forks and Dependabot`:`every pull request`;s.push({file:`${Z}/carbon-comment.yml`,text:te(e,t)})}return t.ledger!==null&&s.push({file:`${Z}/carbon-ledger.yml`,text:ne(t.ledger)}),{files:[...s,r],byHand:E(o.length>0?o:a)}}const Z=`.github/workflows`;function oe(e,t){for(let{file:n}of t)le(e,n);return t.map(({file:t,text:n})=>({file:t,text:n,existing:ue(e,t)}))}function se(e,t){return t.map(t=>t.existing!==null||ce(e,t)?t:{...t,existing:t.file})}function ce(e,{file:n,text:r}){let i=h.join(e,n);try{return v(h.dirname(i),{recursive:!0}),ee(i,r,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new o(`${n} cannot be written: ${t(e)}`)}}function le(e,t){let n=t.split(`/`).slice(0,-1);for(let t=1;t<=n.length;t++){let r=n.slice(0,t).join(`/`),i=_(h.join(e,r),{throwIfNoEntry:!1});if(i===void 0)return;if(!i.isDirectory())throw new o(`${r} is ${i.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function ue(e,t){let{dir:n,base:r}=h.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=h.join(e,n);if(_(a,{throwIfNoEntry:!1})===void 0)return null;let o=b(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:h.posix.join(n,o)}async function de(t,{console:r,env:i}){let o=me(t.dir??`.`),{forge:s,reason:c}=t.forge?{forge:t.forge,reason:`--forge`}:a(o,await he(o,i)),l=ve(t.ledger,s),{budgets:u,proposal:f}=_e(t),{files:p,byHand:m}=ae(o,{forge:s,budgets:u,proposal:f,ledger:l,defaultBranch:await ge(o,i)}),_=t.dryRun===!0,v=oe(o,p),y=_?v:se(o,v);g(h.join(o,`.git`))||r.err(`warning: ${e(o)} is not in a git repository: CI reads these files at a repository's root. Run init there, or name it with --dir\n`),r.out(`${Q[s]} (${c}), in ${e(o)}${_?`; dry run: nothing is written`:``}\n`);for(let e of y)r.out(pe(e,_?`would write`:`wrote`));let b=y.find(({file:e,existing:t})=>e===d[0]&&t!==null);if(f!==null){let e=b?`not written, because the config file exists`:`a comment in ${d[0]}`;r.out(`\nThe report is of a run outside of CI: its budget of ${f} is ${e}. The first run in CI proposes one for its jobs.\n`)}let x=[...u.length>0?[`budgets: ${JSON.stringify(u)}`]:[],...l===null?[]:[`ledger: ${l}`]];if(b&&x.length>0){let t=e(b.existing??d[0]);r.err(`warning: ${t} exists and was not changed. Check that it has: ${x.join(`, and `)}\n`)}m!==``&&r.out(`\n${m}`);let S=y.filter(({existing:e})=>e===null);return[m,...S.map(({text:e})=>e)].some(e=>/@v1\b|--branch v1\b/.test(e))&&r.out(`\n${fe} ${s===`gitlab`?"leave `--branch v1` out":"name a commit of its branch `main` in place of `v1`"}.\n`),S.length>0&&r.out(_?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run of the measuring step shows what it used; without a budget, it proposes one.
`),n.ok}const fe="The tag `v1` of carbon-gate/carbon-gate comes with its release 1.0.0. Until then,",Q={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function pe({file:t,text:n,existing:r},i){return r===null?`\n${i} ${t}\n${n.trimEnd().split(`
`).map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`:`\nkept ${e(r)}: it exists, and nothing is overwritten\n`}function me(n){let r;try{if(r=x(n),!S(r).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(r){let i=t(r).replace(`the file`,`the folder`);throw new o(`--dir ${e(n)} cannot be used: ${i}`)}for(let e=r;;e=h.dirname(e)){if(g(h.join(e,`.git`)))return e;if(h.dirname(e)===e)return r}}async function he(e,t){let{text:n,problem:r}=await $([`remote`,`get-url`,`origin`],e,t);return{address:n,problem:r}}async function ge(e,t){let n=(await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t)).text;if(n!==null)return n.replace(/^origin\//,``);let r=(await $([`symbolic-ref`,`--short`,`HEAD`],e,t)).text;return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(t,n,r){if(!g(h.join(n,`.git`)))return{text:null,problem:null};try{let{status:i,stdout:a,stderr:o}=await s(t,{cwd:n,env:c(r)}),l=i===128?/^fatal: (?!No such remote)(.*)/m.exec(o)?.[1]:void 0;return{text:i===0&&a.toString(`utf8`).trim()||null,problem:l===void 0?null:`git fails: ${e(l)}`}}catch(e){return{text:null,problem:e.message}}}function _e({budget:t,report:n}){let i=t===void 0?[]:t.split(`
`).map(e=>r(e).line);if(n===void 0)return{budgets:i,proposal:null};let a=m(n),s=l(a);if(s===null)throw new o(`--report ${e(n)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return a.subject.kind===`job`||a.subject.kind===`workflow`||a.origin?{budgets:[s,...i],proposal:null}:{budgets:i,proposal:s}}function ve(t,n){if(t===void 0)return null;let r=t===!0?`carbon-ledger`:t.trim();if(i(r),n!==`github`)throw new o(`--ledger writes the collector, which runs on GitHub: on ${Q[n]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(r))throw new o(`--ledger is ${e(JSON.stringify(r))}: use a branch or ref, such as \`carbon-ledger\``);return r}export{de as initCommand};