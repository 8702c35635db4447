# Completion of PROGRAM in bash: source this, or save it as ~/.local/share/bash-completion/completions/PROGRAM
FUNCTION() {
    # Bash splits words at = and :, the program does not: join what no space separates, up to the cursor.
    local rest=${COMP_LINE:0:COMP_POINT} words=() count=0 i word trimmed typed
    for ((i = 0; i <= COMP_CWORD; i++)); do
        trimmed=${rest#"${rest%%[![:space:]]*}"}
        word=${COMP_WORDS[i]}
        ((i < COMP_CWORD)) || word=$trimmed
        if ((i > 0)) && [[ $trimmed == "$rest" ]]; then
            words[count - 1]+=$word
        else
            words[count]=$word
            count=$((count + 1))
        fi
        rest=${trimmed#"$word"}
    done
    # The name of the program and the quotes that the shell would take away.
    for ((i = 1; i < count; i++)); do
        case ${words[i]} in
            \"*\" | \'*\') words[i]=${words[i]:1:${#words[i]}-2} ;;
            *) words[i]=${words[i]//\\/} ;;
        esac
    done
    typed=${words[count - 1]}
    # Bash replaces only its own last word, which is what follows the last = or :.
    local kept=${typed%"${word##*[=:]}"} line
    COMPREPLY=()
    while IFS= read -r line; do
        case $line in
            :files | :folders)
                [[ $typed == -*=* ]] && typed=${typed#*=}
                compopt -o filenames 2>/dev/null
                if [[ $line == :files ]]; then
                    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
                else
                    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$typed")
                fi
                ;;
            *)
                line=${line%%$'\t'*}
                [[ $line == *[=.] ]] && compopt -o nospace 2>/dev/null
                COMPREPLY+=("${line#"$kept"}")
                ;;
        esac
    done < <("${1/#\~/$HOME}" __complete "${words[@]:1}" 2>/dev/null)
}
complete -F FUNCTION PROGRAM
