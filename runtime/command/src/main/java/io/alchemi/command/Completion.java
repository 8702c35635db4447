package io.alchemi.command;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.completion.ArgumentCompleter;
import io.alchemi.command.completion.Candidates;
import io.alchemi.command.index.ProgramIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers the scripts of shells, which call the program with a command line up to the cursor. */
final class Completion {
    /** The hidden command. Its arguments are the words after the name of the program; the last one is that at the cursor. */
    static final String NAME = "__complete";

    private Completion() {}

    /** Prints the words that may stand at the end of a command line. */
    static void print(List<String> line, ProgramIndex index, Console console) {
        List<String> words = line.isEmpty() ? List.of("") : line;
        boolean isPrefixed = words.size() > 1 && words.get(0).equals(Alchemi.DEBUG);
        words = isPrefixed ? words.subList(1, words.size()) : words;
        List<String> before = words.subList(0, words.size() - 1);
        Candidates candidates = new Candidates(words.get(words.size() - 1));
        Subcommand command = Alchemi.find(before, index);
        if (command == null) {
            names(before, index, candidates);
        } else {
            int parts = command.name().split(" ").length;
            List<String> arguments = before.subList(parts, before.size());
            new ArgumentCompleter(command.syntax(arguments), index).complete(arguments, candidates);
        }
        print(candidates, console);
    }

    /** Prints the words that may stand at the end of the command line of a program with one command. */
    static void print(List<String> line, Subcommand command, Console console) {
        List<String> words = line.isEmpty() ? List.of("") : line;
        Candidates candidates = new Candidates(words.get(words.size() - 1));
        List<String> before = words.subList(0, words.size() - 1);
        new ArgumentCompleter(command.syntax(before), null).complete(before, candidates);
        if (before.isEmpty()) {
            candidates.add(CompletionCommand.NAME, new CompletionCommand("").summary());
        }
        print(candidates, console);
    }

    private static void print(Candidates candidates, Console console) {
        for (String candidate : candidates.lines()) {
            console.out().println(candidate);
        }
    }

    /** Adds the next words of the commands that begin with some words. */
    private static void names(List<String> words, ProgramIndex index, Candidates candidates) {
        boolean isHelp = !words.isEmpty() && words.get(0).equals(OwnCommands.HELP);
        List<String> before = isHelp ? words.subList(1, words.size()) : words;
        Map<String, String> known = new LinkedHashMap<>();
        for (Subcommand command : Alchemi.all(index)) {
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
            candidates.add(Arguments.HELP, "Show help");
            candidates.add(OwnCommands.VERSION, "Print the version");
        }
    }
}
