export const id=838;export const ids=[838];export const modules={22838:((e,t,n)=>{n.r(t),n.d(t,{initCommand:()=>W});var r=n(73024),i=n(76760),a=n(62736),o=n(1702),s=n(94618),c=n(53834),l=n(44952),u=n(58888),d=n(23887),f=n(25728),p=n(77587);function m(e,t){return`# Measures a job and judges the whole workflow: https://github.com/carbon-gate/carbon-gate
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
`}function h(e,t){let n=t?`# Comments on every pull request with the carbon of the workflows below, without a change to them: jobs are estimated from GitHub's
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
`}function g(e){return`# Adds the runs of this repository to its ledger, once an hour. The only workflow that needs to write: budgets per day, week and month
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
`}function _(e){return`To measure jobs instead of estimating them, and to fail the build over budget, add to ${e.map(({file:e})=>(0,c.g)(e)).join(`, `)}:

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
`}var v=n(51199);let y=`echo "put the commands of your build here"`;function b({budgets:e,ledger:t,defaultBranch:n}){let r=e.map(e=>`  - ${JSON.stringify(e)}\n`).join(``);return`# yaml-language-server: $schema=${(0,v.Q)(`config`)}
# Carbon budgets of this repository. A pull request is judged by this file as it is at its base commit.
${r===``?`# No budget is set yet, so no build fails. The comment of the first run proposes a budget. For example:
# budgets:
#   - 20 g per workflow
#   - +20 % vs ${n}
`:`budgets:\n${r}`}${t===null?``:`# The history, for lines such as \`2 kg per month\`.\nledger: ${t}\n`}# Where jobs run, if they run on machines of your own:
# zone: DE
`}let x=`# Measures jobs and judges the pipeline: https://github.com/carbon-gate/carbon-gate
# The image needs git, Node 20 or newer and what your build needs.
# CARBON_GATE_GITLAB_TOKEN (masked variable): a project access token with scope api, for the note on the merge request.
`,S=`.carbon:
  image: node:24
  before_script:
    - git clone --quiet --depth 1 --branch v1 https://github.com/carbon-gate/carbon-gate.git "$CI_PROJECT_DIR/.carbon-gate"
  artifacts:
    when: always
    paths: ["carbon-*.json"]
`,C=`carbon:
  extends: .carbon
  stage: .post
  when: always
  script:
    - node .carbon-gate/dist/cli/index.js gate --json carbon-all.json --markdown carbon.md carbon-job-*.json
`;function w(e){return`${x}stages: [test]

${S}
test:
  extends: .carbon
  stage: test
  script:
    - ${D(e)}

${C}`}function T(){return`${x}
${S}
${C}`}function E(e){return`Add to .gitlab-ci.yml, and make every job that should be measured extend .carbon:

include:
  - local: .gitlab/carbon-gate.yml
test:
  extends: .carbon
  script:
    - ${D(e)}
`}function D(e){let t=e??y.replaceAll(`"`,``);return`node .carbon-gate/dist/cli/index.js run --no-enforce --json "carbon-job-$CI_JOB_ID.json" -- sh -c ${JSON.stringify(t)}`}function O(e,t){return`# Measures a job, comments and fails over budget: https://github.com/carbon-gate/carbon-gate
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
      - run: ${JSON.stringify(e??y)}
`}var k=n(88905);let A=[[`package-lock.json`,`npm ci && npm test`],[`pnpm-lock.yaml`,`corepack enable && pnpm install && pnpm test`],[`yarn.lock`,`corepack enable && yarn install && yarn test`],[`package.json`,`npm install && npm test`],[`Cargo.toml`,`cargo test`],[`go.mod`,`go test ./...`],[`pyproject.toml`,`python3 -m pip install . pytest && python3 -m pytest`],[`requirements.txt`,`python3 -m pip install -r requirements.txt pytest && python3 -m pytest`],[`gradlew`,`./gradlew test`],[`pom.xml`,`mvn --batch-mode test`],[`Makefile`,`make test`]];function j(e){return A.find(([t])=>(0,r.existsSync)(i.join(e,t)))?.[1]??null}function M(e){let t=`.github/workflows`;return P(i.join(e,t)).filter(e=>/\.ya?ml$/.test(e)).sort().flatMap(n=>{let r=F(i.join(e,t,n));if(!N(r?.on))return[];let a=r?.name;return[{file:`${t}/${n}`,name:typeof a==`string`?a:`${t}/${n}`}]})}function N(e){return Array.isArray(e)?e.includes(`pull_request`):e===`pull_request`||typeof e==`object`&&!!e&&`pull_request`in e}function P(e){try{return(0,r.readdirSync)(e)}catch{return[]}}function F(e){try{let t=(0,k.qg)((0,r.readFileSync)(e,`utf8`),{maxAliasCount:10,logLevel:`silent`});return typeof t==`object`&&t?t:null}catch{return null}}let I=/\/carbon(?:-comment|-ledger)?\.ya?ml$/;function L(e,t,n){let a={file:`.github/carbon-gate.yml`,text:b(n)},o=j(e);if(t===`gitlab`){let t=(0,r.existsSync)(i.join(e,z));return{files:[t?{file:`.gitlab/carbon-gate.yml`,text:T()}:{file:z,text:w(o)},a],byHand:t?E(o):``}}if(t!==`github`)return{files:[{file:`.${t}/workflows/carbon.yml`,text:O(o,n.defaultBranch)},a],byHand:``};let s=M(e).filter(({file:e})=>!I.test(e)),c=s.length>0?[{file:`${R}/carbon-comment.yml`,text:h(s.map(({name:e})=>e),!0)}]:[{file:`${R}/carbon.yml`,text:m(o,n.defaultBranch)},{file:`${R}/carbon-comment.yml`,text:h([`Carbon`],!1)}];return n.ledger!==null&&c.push({file:`${R}/carbon-ledger.yml`,text:g(n.ledger)}),{files:[...c,a],byHand:s.length>0?_(s):``}}let R=`.github/workflows`,z=`.gitlab-ci.yml`;function B(e,t,n){for(let{file:n}of t)H(e,n);let r=t.map(({file:t})=>U(e,t));return t.map((t,i)=>{let{file:a,text:o}=t,s=r[i]??null;return s===null?n||V(e,t)?{file:a,text:o,existing:s,outcome:`written`}:{file:a,text:o,existing:a,outcome:`kept`}:{file:a,text:o,existing:s,outcome:`kept`}})}function V(e,{file:t,text:n}){let a=i.join(e,t);try{return(0,r.mkdirSync)(i.dirname(a),{recursive:!0}),(0,r.writeFileSync)(a,n,{flag:`wx`}),!0}catch(e){if(e.code===`EEXIST`)return!1;throw new o.j1(`${t} cannot be written: ${(0,o.U)(e)}`)}}function H(e,t){let n=t.split(`/`).slice(0,-1);for(let t=1;t<=n.length;t++){let a=n.slice(0,t).join(`/`),s=(0,r.lstatSync)(i.join(e,a),{throwIfNoEntry:!1});if(s===void 0)return;if(!s.isDirectory())throw new o.j1(`${a} is ${s.isSymbolicLink()?`a link`:`a file`}: init writes only into folders of the repository itself`)}}function U(e,t){let{dir:n,base:a}=i.posix.parse(t),o=new Set([a.toLowerCase(),a.toLowerCase().replace(/\.yml$/,`.yaml`)]),s=i.join(e,n);if((0,r.lstatSync)(s,{throwIfNoEntry:!1})===void 0)return null;let c=(0,r.readdirSync)(s).find(e=>o.has(e.toLowerCase()));return c===void 0?null:i.posix.join(n,c)}async function W(e,{console:t,env:n}){let r=q(e.dir??`.`),{forge:i,reason:a}=e.forge?{forge:e.forge,reason:`--forge`}:(0,p.X5)(r,await J(r,n)),o=Q(e.ledger,i),{files:s,byHand:l}=L(r,i,{budgets:Z(e),ledger:o,defaultBranch:await Y(r,n)}),u=e.dryRun===!0,d=B(r,s,u);t.out(`${G[i]} (${a}), in ${(0,c.g)(r)}${u?`; dry run: nothing is written`:``}\n`);for(let e of d)t.out(K(e,u));return l!==``&&t.out(`\n${l}`),d.some(({outcome:e})=>e===`written`)&&t.out(u?`
Run it again without --dry-run to write them.
`:`
Commit and push them. The first run shows what it used; without a budget, it proposes one.
`),f.dc.ok}let G={github:`GitHub Actions`,gitlab:`GitLab CI`,forgejo:`Forgejo Actions`,gitea:`Gitea Actions`};function K({file:e,text:t,outcome:n,existing:r},i){if(n===`kept`)return`\nkept ${(0,c.g)(r??e)}: it exists, and nothing is overwritten\n`;let a=t.trimEnd().split(`
`);return`\n${i?`would write`:`wrote`} ${e}\n${a.map(e=>`    ${e}`.trimEnd()).join(`
`)}\n`}function q(e){let t;try{if(t=(0,r.realpathSync)(e),!(0,r.statSync)(t).isDirectory())throw Object.assign(Error(),{code:`it is not a folder`})}catch(t){let n=(0,o.U)(t).replace(`the file`,`the folder`);throw new o.j1(`--dir ${(0,c.g)(e)} cannot be used: ${n}`)}for(let e=t;;e=i.dirname(e)){if((0,r.existsSync)(i.join(e,`.git`)))return e;if(i.dirname(e)===e)return t}}async function J(e,t){return X([`remote`,`get-url`,`origin`],e,t)}async function Y(e,t){let n=await X([`symbolic-ref`,`--short`,`refs/remotes/origin/HEAD`],e,t);if(n!==null)return n.replace(/^origin\//,``);let r=await X([`symbolic-ref`,`--short`,`HEAD`],e,t);return r===`master`||r===`trunk`||r===`develop`?r:`main`}async function X(e,t,n){if(!(0,r.existsSync)(i.join(t,`.git`)))return null;try{let{status:r,stdout:i}=await(0,l.E)(e,{cwd:t,env:(0,l._)(n)});return r===0&&i.toString(`utf8`).trim()||null}catch{return null}}function Z({budget:e,report:t}){let n=e===void 0?[]:e.split(`
`).map(e=>(0,a.Nm)(e).line);if(t===void 0)return n;let i;try{i=(0,r.readFileSync)(t,`utf8`)}catch(e){throw new o.j1(`--report ${(0,c.g)(t)} cannot be read: ${(0,o.U)(e)}`)}let l=(0,d.Z)((0,s.t)(i,t));if(l===null)throw new o.j1(`--report ${(0,c.g)(t)} has no figure to set a budget from: give one that measured for longer, or a line with --budget`);return[l,...n]}function Q(e,t){if(e===void 0)return null;let n=e===!0?`carbon-ledger`:e.trim();if((0,u.r)(n),t!==`github`)throw new o.j1(`--ledger writes the collector, which runs on GitHub: on ${G[t]} add reports with \`carbon-gate ledger add\` (docs/ledger.md)`);if(!/^[\w./:@#-]+$/.test(n))throw new o.j1(`--ledger is ${(0,c.g)(JSON.stringify(n))}: use a branch or ref, such as \`carbon-ledger\``);return n}}),44952:((e,t,n)=>{n.d(t,{E:()=>u,_:()=>l});var r=n(31421),i=n(24506),a=n(1702),o=n(53834);let s=/^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|QUARANTINE_PATH|SHALLOW_FILE|TRACE\w*|CURL_VERBOSE)$/,c=[[`core.hooksPath`,`/dev/null`],[`gc.auto`,`0`],[`maintenance.auto`,`false`],[`protocol.version`,`2`],[`protocol.ext.allow`,`never`],[`push.followTags`,`false`],[`push.gpgSign`,`false`],[`fetch.fsckObjects`,`false`],[`core.fsync`,`none`],[`http.lowSpeedLimit`,`1000`],[`http.lowSpeedTime`,`20`]];function l(e,t=[]){let n=Object.entries(e).filter(e=>e[1]!==void 0&&!s.test(e[0])),r=Number(e.GIT_CONFIG_COUNT??0)||0,i=[...c,...t],a=i.flatMap(([e,t],n)=>[[`GIT_CONFIG_KEY_${r+n}`,e],[`GIT_CONFIG_VALUE_${r+n}`,t]]);return{...Object.fromEntries(n),...e.GIT_SSH_COMMAND||e.GIT_SSH?{}:{GIT_SSH_COMMAND:`ssh -o BatchMode=yes -o ConnectTimeout=15`},...Object.fromEntries(a),GIT_CONFIG_COUNT:String(r+i.length),GIT_TERMINAL_PROMPT:`0`,LC_ALL:`C`,LANGUAGE:`C`}}async function u(e,{cwd:t,env:n,input:r}){try{return await(r===void 0?d(e,t,n):f(e,t,n,r))}catch(e){throw new a.HG(`git cannot be run: ${(0,o.g)(e.message)}`,`git`)}}async function d(e,t,n){let r=[],a=[];return p(await(0,i.m)(`git`,[...e],{cwd:t,env:n,silent:!0,ignoreReturnCode:!0,listeners:{stdout:e=>void r.push(e),stderr:e=>void a.push(e)}}),null,r,a)}function f(e,t,n,i){return new Promise((a,o)=>{let s=(0,r.spawn)(`git`,e,{cwd:t,env:n,stdio:`pipe`,windowsHide:!0}),c=[],l=[];s.stdout.on(`data`,e=>void c.push(e)),s.stderr.on(`data`,e=>void l.push(e)),s.stdin.on(`error`,()=>{}),s.stdin.end(i),s.on(`error`,o),s.on(`close`,(e,t)=>a(p(e,t,c,l)))})}function p(e,t,n,r){let i=e===null?`\nfatal: git was ended by ${t??`a signal`}\n`:``;return{status:e??1,stdout:Buffer.concat(n),stderr:`${Buffer.concat(r).toString(`utf8`)}${i}`}}})};