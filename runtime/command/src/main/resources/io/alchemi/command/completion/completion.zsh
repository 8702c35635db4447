#compdef PROGRAM
# Completion of PROGRAM in zsh: save it as _PROGRAM in a folder of $fpath, or source this after compinit
FUNCTION() {
    local line word typed=${(Q)PREFIX}
    local -a before
    before=("${(@Q)words[2,CURRENT-1]}")
    for line in "${(@f)$(${~words[1]} __complete "${before[@]}" "$typed" 2>/dev/null)}"; do
        case $line in
            '') ;;
            :files)
                [[ $typed == -*=* ]] && compset -P '*='
                _files
                ;;
            :folders) _files -/ ;;
            *)
                word=${line%%$'\t'*}
                local -a shown=("$word")
                [[ $line == *$'\t'* ]] && shown=("$word  -- ${line#*$'\t'}")
                if [[ $word == *[=.] ]]; then
                    compadd -l -S '' -d shown -- "$word"
                else
                    compadd -l -d shown -- "$word"
                fi
                ;;
        esac
    done
}
# Saved in $fpath, this file is the function itself when it is called for the first time.
if [[ $funcstack[1] == _PROGRAM ]]; then
    FUNCTION "$@"
elif (( $+functions[compdef] )); then
    compdef FUNCTION PROGRAM
fi
