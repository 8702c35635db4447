package io.alchemi.command.completion;

import io.alchemi.command.arguments.Arguments;
import io.alchemi.command.arguments.ConfigLayers;
import io.alchemi.command.arguments.FlagTable;
import io.alchemi.command.arguments.Profile;
import io.alchemi.command.arguments.Syntax;
import io.alchemi.command.index.ProgramIndex;
import io.alchemi.config.diagnose.DiagnosticId;
import io.alchemi.config.diagnose.FirstSentence;
import io.alchemi.config.layer.Setting;
import io.alchemi.config.schema.JarIndex.SchemaEntry;
import io.alchemi.config.schema.ScalarKind;
import io.alchemi.config.schema.Schema;
import io.alchemi.config.schema.SchemaFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Completes the arguments of a command: options, their values, and operands. */
public final class ArgumentCompleter {
    private final Syntax syntax;
    private final ProgramIndex index;

    /**
     * Creates a completer for a command.
     *
     * @param index the index of schemas
     */
    public ArgumentCompleter(Syntax syntax, ProgramIndex index) {
        this.syntax = syntax;
        this.index = index;
    }

    /**
     * Adds the words that may follow some arguments.
     *
     * @param before the arguments before the cursor
     */
    public void complete(List<String> before, Candidates candidates) {
        String typed = candidates.typed();
        String last = before.isEmpty() ? "" : before.get(before.size() - 1);
        SchemaFlag waiting = before.contains("--") ? null : waitingForValue(last);
        int equals = typed.indexOf('=');
        if (before.contains("--")) {
            operands(candidates);
        } else if (waiting != null) {
            values(waiting, "", before, candidates);
        } else if (typed.startsWith("--") && equals > 0) {
            SchemaFlag flag = byName(typed.substring(2, equals));
            if (flag != null && !flag.isSwitch()) {
                values(flag, typed.substring(0, equals + 1), before, candidates);
            }
        } else if (typed.startsWith("-")) {
            options(candidates);
        } else {
            operands(candidates);
        }
    }

    /** Returns the option whose value follows, or null. */
    private @Nullable SchemaFlag waitingForValue(String argument) {
        SchemaFlag flag = null;
        if (argument.startsWith("--")) {
            flag = byName(argument.substring(2));
        } else if (argument.length() == 2 && argument.startsWith("-")) {
            flag = byShortName(argument.substring(1));
        }
        return flag == null || flag.isSwitch() ? null : flag;
    }

    private @Nullable SchemaFlag byName(String name) {
        for (FlagTable table : syntax.options()) {
            SchemaFlag flag = table.byName(name);
            if (flag != null) {
                return flag;
            }
        }
        return null;
    }

    private @Nullable SchemaFlag byShortName(String letter) {
        for (FlagTable table : syntax.options()) {
            SchemaFlag flag = table.byShortName(letter);
            if (flag != null) {
                return flag;
            }
        }
        return null;
    }

    private void options(Candidates candidates) {
        for (FlagTable table : syntax.options()) {
            for (SchemaFlag flag : table.flags()) {
                String doc = FirstSentence.phrase(
                        flag.schema().docs(flag.record()).ofKey(flag.key().name()));
                candidates.add("--" + flag.name(), doc);
                if (flag.hasOpposite()) {
                    candidates.add("--no-" + flag.name(), "not: " + doc);
                }
            }
        }
        candidates.add(Arguments.HELP, "show help");
    }

    /** Adds the values of an option, each after the part of the word that names the option. */
    private void values(SchemaFlag flag, String start, List<String> before, Candidates candidates) {
        boolean isOwn = flag.schema().root().root() == null;
        ScalarKind kind = flag.key().type().leafKind();
        List<String> known = syntax.valuesOf(flag.key().name());
        if (!known.isEmpty()) {
            for (String value : known) {
                candidates.add(start + value, "");
            }
        } else if (isOwn && flag.name().equals("set") && syntax.keys() != null) {
            new SettingCompleter(syntax.keys(), start).complete(candidates);
        } else if (isOwn && flag.name().equals("schema")) {
            schemas(start, candidates);
        } else if (isOwn && flag.name().equals("profile")) {
            for (String profile : Profile.names(files(before))) {
                candidates.add(start + profile, "");
            }
        } else if (kind != null && kind.isPath()) {
            candidates.addFiles();
        } else {
            for (String value : SettingCompleter.values(flag.record(), flag.key())) {
                candidates.add(start + value, "");
            }
        }
    }

    /** Returns the configuration files that some arguments name, or those that a command reads without any. */
    private List<Path> files(List<String> before) {
        Arguments skimmed = Arguments.skim(before, syntax.options().toArray(new FlagTable[0]));
        List<Path> files = new ArrayList<>();
        for (FlagTable table : syntax.options()) {
            for (Setting setting : skimmed.settings(table)) {
                if (setting.path().equals("config") && setting.value() != null) {
                    files.add(Arguments.path(setting.value()));
                }
            }
        }
        for (String operand : skimmed.operands()) {
            files.add(Arguments.path(operand));
        }
        Schema schema = syntax.keys();
        return files.isEmpty() && schema != null ? ConfigLayers.files(schema, List.of(), null, null) : files;
    }

    private void operands(Candidates candidates) {
        switch (syntax.operands()) {
            case FILES -> {
                for (String value : syntax.valuesOf(syntax.operand())) {
                    candidates.add(value, "");
                }
                if (candidates.lines().isEmpty()) {
                    candidates.addFiles();
                }
            }
            case FOLDERS -> candidates.addFolders();
            case SCHEMAS -> schemas("", candidates);
            case DIAGNOSTICS -> {
                for (DiagnosticId id : DiagnosticId.values()) {
                    candidates.add(id.code(), "");
                }
            }
            case SHELLS -> {
                for (String shell : ShellScript.SHELLS) {
                    candidates.add(shell, "");
                }
            }
            case NONE -> {}
        }
    }

    private void schemas(String start, Candidates candidates) {
        for (SchemaEntry entry : index.schemas()) {
            candidates.add(start + entry.id(), String.join(", ", entry.files()));
        }
    }
}
