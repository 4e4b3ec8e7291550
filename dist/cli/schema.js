import{n as e}from"./text.js";import{t}from"./exit-status.js";import{f as n}from"./schema-address.js";import{a as r}from"./report.js";import{n as i}from"./config-file.js";import{a}from"./entry.js";const o=[`bash`,`zsh`,`fish`],s=`complete`,c=`# bash completion for carbon-gate: source <(carbon-gate completion bash)
_carbon_gate() {
    local cur=\${COMP_WORDS[COMP_CWORD]} out directive value word
    local -a words=()
    COMPREPLY=()
    # bash splits at = and gives it as a word of its own.
    for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        [[ $word == "=" ]] || words+=("$word")
    done
    if [[ $cur == "=" ]]; then cur=""; words+=(""); fi
    out=$(carbon-gate complete -- "\${words[@]}" 2>/dev/null) || return 0
    directive=\${out##*:}
    while IFS=$'\\t' read -r value _; do
        if [[ -n $value && $value != :* && $value == "$cur"* ]]; then COMPREPLY+=("$value"); fi
    done <<< "$out"
    # 4: there are no files to complete here.
    if [[ $directive == 4 ]]; then compopt +o default 2>/dev/null; fi
    return 0
}
complete -o default -F _carbon_gate carbon-gate
`,l={report:r,config:i,ledger:a,plan:async()=>(await import(`./plan-schema2.js`)).planJsonSchema()},u=Object.keys(l);async function d(r,i){let a=Object.hasOwn(l,r)?l[r]:void 0;if(!a){let t=n(r,u,1)[0],i=t===void 0?``:`; did you mean ${t}?`;throw new e(`schema ${JSON.stringify(r)} is unknown: use ${u.join(`, `)}${i}`)}return i.out(`${JSON.stringify(await a(),null,2)}\n`),t.ok}export{o as a,s as i,d as n,c as r,u as t};