package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.completion.ArgumentCompleter;
import io.alchemi.command.completion.Candidates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the scripts of shells, which call the program with a command line up to the cursor. */
final class Completion {
    /** The hidden command. Its arguments are the words after the name of the program; the last one is that at the cursor. */
    static final String NAME = "__complete";

    private Completion() {}

    /** Prints the words that may stand at the end of a command line. */
    static void print(List<String> line, Program program, Console console) {
        List<String> words = line.isEmpty() ? List.of("") : line;
        boolean isPrefixed = words.size() > 1 && words.get(0).equals(Alchemi.DEBUG);
        words = isPrefixed ? words.subList(1, words.size()) : words;
        List<String> before = words.subList(0, words.size() - 1);
        Candidates candidates = new Candidates(words.get(words.size() - 1));
        Subcommand command = program.find(before);
        Subcommand only = program.only();
        if (command != null) {
            int parts = command.name().split(" ").length;
            complete(command, before.subList(parts, before.size()), program, candidates);
        } else if (only != null && (before.isEmpty() || !program.isBuiltIn(before.get(0)))) {
            complete(only, before, program, candidates);
        }
        if (command == null) {
            names(before, program, candidates);
        }
        print(candidates, console);
    }

    private static void complete(Subcommand command, List<String> before, Program program, Candidates candidates) {
        new ArgumentCompleter(command.syntax(before), program.index()).complete(before, candidates);
    }

    private static void print(Candidates candidates, Console console) {
        for (String candidate : candidates.lines()) {
            console.out().println(candidate);
        }
    }

    /** Adds the next words of the commands that begin with some words. */
    private static void names(List<String> words, Program program, Candidates candidates) {
        boolean isHelp = !words.isEmpty() && words.get(0).equals(OwnCommands.HELP);
        List<String> before = isHelp ? words.subList(1, words.size()) : words;
        Map<String, String> known = new LinkedHashMap<>();
        for (Subcommand command : program.all()) {
            List<String> parts = List.of(command.name().split(" "));
            int at = before.size();
            if (parts.size() > at && parts.subList(0, at).equals(before)) {
                String others = known.get(parts.get(at));
                String text = parts.size() == at + 1 ? command.summary() : parts.get(at + 1);
                known.put(parts.get(at), others == null ? text : others + ", " + text);
            }
        }
        for (Map.Entry<String, String> word : known.entrySet()) {
            candidates.add(word.getKey(), word.getValue());
        }
        if (words.isEmpty()) {
            candidates.add(OwnCommands.HELP, "Show help");
        }
        if (words.isEmpty() && program.only() == null) {
            candidates.add(Arguments.HELP, "Show help");
            candidates.add(OwnCommands.VERSION, "Print the version");
        }
    }
}
