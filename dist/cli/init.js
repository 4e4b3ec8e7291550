import{Cn as e,Ft as t,Ii as n,In as r,Ni as i,Pi as a,Qn as o,Tr as s,_n as c,k as l,ki as u,kr as d}from"./start.js";import{n as f,t as p}from"./run-git.js";import m from"node:path";import{existsSync as h,lstatSync as g,mkdirSync as ee,readFileSync as _,readdirSync as v,realpathSync as y,statSync as b,writeFileSync as te}from"node:fs";function x(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
`}function S(e,t){let n=t?`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
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
`}function C(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
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
`}function w(e){return`To measure jobs instead of estimating them, and to fail the build over budget, add to ${e.map(({file:e})=>i(e)).join(`, `)}:

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
`}const T=`echo "put the commands of your build here"`;function E({budgets:e,ledger:t,defaultBranch:n}){let r=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${s(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${r===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${n}
`:`budgets:\n${r}`}${t===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${t}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}const D=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,O=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json"]
`,k=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function A(e){return`${D}stages: [test]

${O}
test:
  extends: .carbon
  stage: test
  script:
    - ${N(e)}

${k}`}function j(){return`${D}
${O}
${k}`}function M(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${N(e)}
`}function N(e){let t=e??T.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function P(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
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
      - run: ${JSON.stringify(e??T)}
`}var F=r();const I=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]],L=new Set([`package-lock.json`,`pnpm-lock.yaml`,`yarn.lock`,`package.json`]);function R(e){let t=t=>h(m.join(e,t))&&(!L.has(t)||z(e));return I.find(([e])=>t(e))?.[1]??null}function z(e){let t=U(m.join(e,`package.json`));if(t===null)return!0;let{test:n}=Object(t.scripts);return typeof n==`string`&&!n.includes(`no test specified`)}function B(e){let t=`.github/workflows`;return H(m.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=U(m.join(e,t,n));if(!V(r?.on))return[];let i=r?.name;return[{file:`${t}/${n}`,name:typeof i==`string`?i:`${t}/${n}`}]})}function V(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function H(e){try{return v(e)}catch{return[]}}function U(e){try{let t=(0,F.parse)(_(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}const ne=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function W(e,t,n){let r={file:c[0],text:E(n)},i=R(e);if(t===`gitlab`){let t=h(m.join(e,K));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:j()}:{file:K,text:A(i)},r],byHand:t?M(i):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:P(i,n.defaultBranch)},r],byHand:``};let a=B(e).filter(({file:e})=>!ne.test(e)),o=a.length>0?[{file:`${G}/carbon-comment.yml`,text:S(a.map(({name:e})=>e),!0)}]:[{file:`${G}/carbon.yml`,text:x(i,n.defaultBranch)},{file:`${G}/carbon-comment.yml`,text:S([`Carbon`],!1)}];return n.ledger!==null&&o.push({file:`${G}/carbon-ledger.yml`,text:C(n.ledger)}),{files:[...o,r],byHand:a.length>0?w(a):``}}const G=`.github/workflows`,K=`.gitlab-ci.yml`;function q(e,t,n){for(let{file:n}of t)Y(e,n);let r=t.map(({file:t})=>X(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||J(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function J(e,{file:t,text:r}){let i=m.join(e,t);try{return ee(m.dirname(i),{recursive:!0}),te(i,r,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new a(`${t} cannot be written: ${n(e)}`)}}function Y(e,t){let n=t.split(`/`).slice(0,-1);for(let t=1;t<=n.length;t++){let r=n.slice(0,t).join(`/`),i=g(m.join(e,r),{throwIfNoEntry:!1});if(i===void 0)return;if(!i.isDirectory())throw new a(`${r} is ${i.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function X(e,t){let{dir:n,base:r}=m.posix.parse(t),i=new Set([r.toLowerCase(),r.toLowerCase().replace(/\.yml$/,`.yaml`)]),a=m.join(e,n);if(g(a,{throwIfNoEntry:!1})===void 0)return null;let o=v(a).find(e=>i.has(e.toLowerCase()));return o===void 0?null:m.posix.join(n,o)}async function Z(e,{console:t,env:n}){let r=ie(e.dir??`.`),{forge:a,reason:o}=e.forge?{forge:e.forge,reason:`--forge`}:l(r,await ae(r,n)),s=ce(e.ledger,a),d=se(e),{files:f,byHand:p}=W(r,a,{budgets:d,ledger:s,defaultBranch:await oe(r,n)}),m=e.dryRun===!0,h=q(r,f,m);t.out(`${Q[a]} (${o}), in ${i(r)}${m?`; dry run: nothing is written`:``}\n`);for(let e of h)t.out(re(e,m));let g=h.find(({file:e,outcome:t})=>e===c[0]&&t===`kept`);if(g&&d.length>0){let e=i(g.existing??c[0]);t.err(`warning: ${e} exists, so the budget was not written. Add to it: budgets: ${JSON.stringify(d)}\n`)}return p!==``&&t.out(`\n${p}`),h.some(({outcome:e})=>e===`written`)&&t.out(m?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run shows what it used; without a budget, it proposes one.
`),u.ok}const Q={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function re({file:e,text:t,outcome:n,existing:r},a){if(n===`kept`)return`\nkept ${i(r??e)}: it exists, and nothing is overwritten\n`;let o=t.trimEnd().split(`
`);return`\n${a?`would write`:`wrote`} ${e}\n${o.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function ie(e){let t;try{if(t=y(e),!b(t).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(t){let r=n(t).replace(`the file`,`the folder`);throw new a(`--dir ${i(e)} cannot be used: ${r}`)}for(let e=t;;e=m.dirname(e)){if(h(m.join(e,`.git`)))return e;if(m.dirname(e)===e)return t}}async function ae(e,t){return $([`remote`,`get-url`,`origin`],e,t)}async function oe(e,t){let n=await $([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await $([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function $(e,t,n){if(!h(m.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await f(e,{cwd:t,env:p(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function se({budget:e,report:r}){let s=e===void 0?[]:e.split(`
`).map(e=>d(e).line);if(r===void 0)return s;let c;try{c=_(r,`utf8`)}catch(e){throw new a(`--report ${i(r)} cannot be read: ${n(e)}`)}let l=o(t(c,r));if(l===null)throw new a(`--report ${i(r)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return[l,...s]}function ce(t,n){if(t===void 0)return null;let r=t===!0?`carbon-ledger`:t.trim();if(e(r),n!==`github`)throw new a(`--ledger writes the collector, which runs on GitHub: on ${Q[n]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(r))throw new a(`--ledger is ${i(JSON.stringify(r))}: use a branch or ref, such as \`carbon-ledger\``);return r}export{Z as initCommand};