package io.alchemi.training.runs;

import io.alchemi.config.diagnose.EscapedText;
import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.DisplayWidth;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table of runs, one line each, which fits 80 columns if names are short. */
final class RunTable {
    private static final String NONE = "-";
    private static final String[] HEADER = {"RUN", "COMMAND", "STATE", "STEP", "LOSS", "TIME", "STARTED", "NAME"};
    private static final int FIRST_NUMBER = 3;
    private static final int LAST_NUMBER = 5;

    /** As {@code ls} shows times: of this year with the hour, of others with the year. */
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("MMM dd  yyyy", Locale.ENGLISH);

    private final ZonedDateTime now;
    private final List<String[]> rows = new ArrayList<>();

    private RunTable(ZonedDateTime now) {
        this.now = now;
    }

    /**
     * Returns the lines of a table.
     *
     * @param zone the time zone of the user
     */
    static List<String> lines(List<RunRecord> runs, Instant now, ZoneId zone) {
        RunTable table = new RunTable(now.atZone(zone));
        Map<String, Integer> uses = new HashMap<>();
        runs.forEach(run -> uses.merge(RunFinder.characters(run.id()), 1, Integer::sum));
        table.rows.add(HEADER);
        for (RunRecord run : runs) {
            String characters = RunFinder.characters(run.id());
            boolean isEnough = !characters.isEmpty() && uses.getOrDefault(characters, 0) == 1;
            table.rows.add(table.row(run, isEnough ? characters : run.id()));
        }
        return table.lines();
    }

    private String[] row(RunRecord run, String id) {
        RunStatus status = run.status();
        String damage = run.damage();
        String name = run.name();
        return new String[] {
            EscapedText.of(id),
            EscapedText.of(run.command()),
            run.state().toString(),
            status == null ? NONE : status.step() + "/" + status.steps(),
            status == null || status.loss() == null ? NONE : Wording.number(status.loss()),
            status == null ? NONE : Wording.duration(status.seconds()),
            started(run.started()),
            EscapedText.of(damage == null ? name : (name + " (" + damage + ")").strip())
        };
    }

    private String started(@Nullable Instant started) {
        if (started == null) {
            return NONE;
        }
        ZonedDateTime time = started.atZone(now.getZone());
        return (time.getYear() == now.getYear() ? THIS_YEAR : OTHER_YEAR).format(time);
    }

    private List<String> lines() {
        int[] widths = new int[HEADER.length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], DisplayWidth.of(row[i]));
            }
        }
        List<String> lines = new ArrayList<>();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String padding = " ".repeat(widths[i] - DisplayWidth.of(row[i]));
                boolean isNumber = i >= FIRST_NUMBER && i <= LAST_NUMBER;
                line.append(isNumber ? padding + row[i] : row[i] + padding).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
