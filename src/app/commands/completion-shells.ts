/** Shells that `completion` knows. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** The hidden command that the shells' scripts call, as the completion library names it. */
export const COMPLETE = 'complete'

/** The library's script for bash needs a package and evaluates the command line that is being typed, so bash has its own. */
export const BASH_SCRIPT = `# bash completion for carbon-gate: source <(carbon-gate completion bash)
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
`
