package io.alchemi.command.arguments;

import io.alchemi.config.ConfigException;
import io.alchemi.config.diagnose.Diagnostic;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.Suggestion;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.SchemaFlag;
import io.alchemi.config.text.Document;
import io.alchemi.config.text.SourceLocation;
import io.alchemi.config.text.Span;
import io.alchemi.config.tree.CoreSchema;
import io.alchemi.config.tree.CoreType;
import io.alchemi.config.tree.YamlText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A parsed command line. It follows POSIX and GNU conventions: {@code --key value}, {@code --key=value}, {@code -k value},
 * {@code -kvalue}, {@code -k=value}, {@code --no-key}, and {@code --} before operands that start with a dash.
 */
public final class Arguments {
    /** The option that requests help. */
    public static final String HELP = "--help";

    /** The short form of {@link #HELP}. */
    public static final String SHORT_HELP = "-h";

    private final List<FlagTable> tables;
    private final Map<FlagTable, List<Setting>> settings = new LinkedHashMap<>();
    private final Map<SchemaFlag, List<String>> repeated = new LinkedHashMap<>();
    private final List<String> operands = new ArrayList<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private boolean help;

    private Arguments(List<FlagTable> tables) {
        this.tables = tables;
        for (FlagTable table : tables) {
            settings.put(table, new ArrayList<>());
        }
    }

    /**
     * Parses a command line by the flags of some schemas.
     *
     * @throws ConfigException with all invalid options, unless help was requested
     */
    public static Arguments parse(List<String> arguments, FlagTable... tables) {
        Arguments parsed = new Arguments(List.of(tables));
        parsed.parse(arguments);
        if (!parsed.problems.isEmpty() && !parsed.help) {
            throw new ConfigException(parsed.problems);
        }
        return parsed;
    }

    /** Parses a command line with some flags still unknown: these are skipped, and their values count as operands. */
    public static Arguments skim(List<String> arguments, FlagTable... tables) {
        Arguments parsed = new Arguments(List.of(tables));
        parsed.parse(arguments);
        return parsed;
    }

    /** Returns true if {@code --help} or {@code -h} is among the arguments. */
    public boolean help() {
        return help;
    }

    /** Returns true if an argument requests help. */
    public static boolean isHelp(String argument) {
        return argument.equals(HELP) || argument.equals(SHORT_HELP);
    }

    /** Returns the arguments that are not flags. */
    public List<String> operands() {
        return operands;
    }

    /** Returns the values of the flags of one table. */
    public List<Setting> settings(FlagTable table) {
        return settings.getOrDefault(table, List.of());
    }

    private void parse(List<String> arguments) {
        int at = 0;
        while (at < arguments.size()) {
            String argument = arguments.get(at++);
            String next = at < arguments.size() ? arguments.get(at) : null;
            if (argument.equals("--")) {
                operands.addAll(arguments.subList(at, arguments.size()));
                break;
            } else if (isHelp(argument)) {
                help = true;
            } else if (argument.startsWith("--")) {
                at += longFlag(argument, next) ? 1 : 0;
            } else if (argument.startsWith("-") && argument.length() > 1) {
                at += shortFlag(argument, next) ? 1 : 0;
            } else {
                operands.add(argument);
            }
        }
        for (Map.Entry<SchemaFlag, List<String>> list : repeated.entrySet()) {
            SchemaFlag flag = list.getKey();
            add(flag, Setting.ofFlag("--" + flag.name(), flag.path(), flowList(list.getValue())));
        }
    }

    /** Parses a long flag. Returns true if the next argument is its value. */
    private boolean longFlag(String argument, @Nullable String next) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        String value = equals < 0 ? null : argument.substring(equals + 1);
        for (FlagTable table : tables) {
            SchemaFlag flag = table.byName(name);
            if (flag != null) {
                return flag(flag, "--" + name, value, next);
            }
            SchemaFlag opposite = table.opposite(name);
            if (opposite != null && value == null) {
                add(opposite, Setting.ofFlag("--" + name, opposite.path(), "false"));
                return false;
            } else if (opposite != null) {
                String label = "write --" + name + " or --" + name.substring(3);
                problems.add(usage(argument, "--" + name + " takes no value", label));
                return false;
            }
        }
        unknown("--" + name, argument);
        return false;
    }

    private boolean shortFlag(String argument, @Nullable String next) {
        for (FlagTable table : tables) {
            SchemaFlag flag = table.byShortName(argument.substring(1, 2));
            boolean hasEquals = argument.startsWith("=", 2);
            if (flag != null && (!flag.isSwitch() || argument.length() == 2 || hasEquals)) {
                String attached = argument.length() > 2 ? argument.substring(hasEquals ? 3 : 2) : null;
                return flag(flag, argument.substring(0, 2), attached, next);
            }
        }
        unknown(argument, argument);
        return false;
    }

    private boolean flag(SchemaFlag flag, String written, @Nullable String attached, @Nullable String next) {
        boolean usesNext = attached == null && !flag.isSwitch() && next != null && !next.startsWith("--");
        String value = attached != null ? attached : flag.isSwitch() ? "true" : usesNext ? next : null;
        if (value == null) {
            problems.add(
                    usage(written, "missing value for " + written, "write " + written + " " + Help.placeholder(flag)));
        } else if (flag.isRepeatable()) {
            List<String> values = repeated.get(flag);
            if (values == null) {
                values = new ArrayList<>();
                repeated.put(flag, values);
            }
            values.add(value);
        } else {
            add(flag, Setting.ofFlag(written, flag.path(), value));
        }
        return usesNext;
    }

    private void add(SchemaFlag flag, Setting setting) {
        for (FlagTable table : tables) {
            if (table.flags().contains(flag)) {
                settings(table).add(setting);
            }
        }
    }

    private void unknown(String written, String argument) {
        List<String> known = new ArrayList<>();
        known.add(HELP);
        for (FlagTable table : tables) {
            for (SchemaFlag flag : table.flags()) {
                known.add("--" + flag.name());
                if (flag.hasOpposite()) {
                    known.add("--no-" + flag.name());
                }
            }
        }
        String nearest = Suggestion.didYouMean(written, known);
        problems.add(usage(
                argument,
                "unknown option " + written,
                nearest.isEmpty() ? "run with --help to list the options" : nearest));
    }

    /**
     * Returns the path that an argument names.
     *
     * @throws ConfigException if it is empty, or not a valid path on this system
     */
    public static Path path(String argument) {
        if (argument.isEmpty()) {
            throw new ConfigException(
                    List.of(usage(argument, "the name of a file is empty", "is a variable of the shell not set?")));
        }
        try {
            return Path.of(argument);
        } catch (InvalidPathException e) {
            throw new ConfigException(List.of(usage(argument, "invalid path: " + e.getReason(), "")));
        }
    }

    /** Returns a usage error for one argument. */
    public static Diagnostic usage(String argument, String message, String label) {
        return usage("", argument, message, label);
    }

    /**
     * Returns a usage error for an argument that is shown with the word before it.
     *
     * @param before the word, or empty for none
     */
    public static Diagnostic usage(String before, String argument, String message, String label) {
        return new Diagnostic(DiagnosticId.USAGE, place(before, argument), message, label);
    }

    /**
     * Returns the location of an argument.
     *
     * @param before the word before it that is shown too, such as its option, or empty for none
     */
    public static SourceLocation place(String before, String argument) {
        String start = before.isEmpty() ? "" : before + " ";
        String line = start + (argument.isEmpty() ? "''" : argument);
        Document document = new Document(Document.Kind.FLAG, line, line);
        Span span = new Span(1, start.length() + 1, 1, line.codePointCount(0, line.length()) + 1);
        return new SourceLocation(document, span);
    }

    /** Returns strings as a YAML list in flow style. */
    static String flowList(List<String> values) {
        StringBuilder out = new StringBuilder("[");
        for (String value : values) {
            CoreType type = CoreSchema.type(value);
            boolean string = type == CoreType.STRING || type == CoreType.NULL;
            out.append(out.length() == 1 ? "" : ", ").append(string ? YamlText.quote(value) : value);
        }
        return out.append(']').toString();
    }

    /** Returns an argument as a POSIX shell reads it: in quotation marks if it has characters that mean something to a shell. */
    public static String quote(String argument) {
        boolean isPlain = !argument.isEmpty();
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            boolean isLetterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            isPlain &= isLetterOrDigit || "_./:=,@%+-".indexOf(c) >= 0;
        }
        return isPlain ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
