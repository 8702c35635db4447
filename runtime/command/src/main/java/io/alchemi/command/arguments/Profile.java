package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A profile of configuration files: {@code courier.prod.yaml} beside {@code courier.yaml} overrides it in the profile prod. */
public final class Profile {
    /** Pattern of the names of profiles. */
    public static final String NAME = "[A-Za-z0-9_-]+";

    /** The pattern in words. */
    public static final String NAME_IN_WORDS = "letters, digits, _ and -";

    private Profile() {}

    /**
     * Returns configuration files, and after them those of the profile.
     *
     * @param files the files, lowest precedence first
     * @param profile the name of the profile, or null for none
     * @throws ConfigException if no file has this profile
     */
    public static List<Path> files(List<Path> files, @Nullable String profile) {
        if (profile == null) {
            return files;
        }
        List<Path> all = new ArrayList<>(files);
        List<String> missing = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().equals(ConfigLayers.STANDARD_INPUT)) {
                continue;
            }
            Path own = file.resolveSibling(stem(file) + "." + profile + extension(file));
            if (Files.exists(own)) {
                all.add(own);
            } else {
                missing.add(own.toString());
                addProfiles(file, known);
            }
        }
        if (all.size() == files.size()) {
            throw new ConfigException(List.of(unknown(profile, missing, known)));
        }
        return all;
    }

    /** Returns the names of the profiles of configuration files. */
    public static List<String> names(List<Path> files) {
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            if (!file.toString().equals(ConfigLayers.STANDARD_INPUT)) {
                addProfiles(file, names);
            }
        }
        return names;
    }

    private static Diagnostic unknown(String profile, List<String> missing, List<String> known) {
        String argument = "--profile " + profile;
        Document document = new Document(Document.Kind.FLAG, argument, argument);
        List<String> notes = new ArrayList<>();
        if (!missing.isEmpty()) {
            notes.add("looked for " + String.join(", ", missing));
        }
        if (!known.isEmpty()) {
            notes.add("known profiles: " + String.join(", ", known));
        }
        return new Diagnostic(
                DiagnosticId.UNKNOWN_PROFILE,
                new SourceLocation(document, new Span(1, 1, 1, argument.length() + 1)),
                missing.isEmpty() ? "a profile needs a configuration file" : "unknown profile '" + profile + "'",
                missing.isEmpty() ? "name a file" : Suggestion.didYouMean(profile, known),
                notes);
    }

    private static void addProfiles(Path file, List<String> known) {
        String start = stem(file) + ".";
        String end = extension(file);
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder)) {
            for (Path other : beside) {
                String name = String.valueOf(other.getFileName());
                int length = name.length() - start.length() - end.length();
                if (length > 0 && name.startsWith(start) && name.endsWith(end)) {
                    String profile = name.substring(start.length(), start.length() + length);
                    if (profile.indexOf('.') < 0 && !known.contains(profile)) {
                        known.add(profile);
                    }
                }
            }
        } catch (IOException e) {
            return; // The profiles are a help only.
        }
        Collections.sort(known);
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - extension(file).length());
    }

    private static String extension(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot);
    }
}
