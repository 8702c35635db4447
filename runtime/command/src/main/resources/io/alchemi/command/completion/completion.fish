# Completion of PROGRAM in fish: save it as ~/.config/fish/completions/PROGRAM.fish
function FUNCTION
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in ($program __complete $words "$typed" 2>/dev/null)
        switch $line
            case :files
                set -l parts (string match -r -- '^(-[^=]*=)(.*)$' $typed)
                if set -q parts[3]
                    for file in (__fish_complete_path $parts[3])
                        echo $parts[2]$file
                    end
                else
                    __fish_complete_path $typed
                end
            case :folders
                __fish_complete_directories $typed
            case '*'
                echo $line
        end
    end
end
complete -c PROGRAM -f -a '(FUNCTION)'
