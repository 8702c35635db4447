package io.alchemi.training.runs;

import io.alchemi.training.folder.RunStatus;
import io.alchemi.training.progress.ExpectedDuration;
import io.alchemi.training.progress.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table of runs, one line each, which fits 80 columns if names are short. */
final class RunTable {
    private static final String NONE = "-";
    private static final String[] HEADER = {"RUN", "COMMAND", "STATE", "STEP", "LOSS", "TIME", "STARTED", "NAME"};

    /** Right-aligned columns: STEP, LOSS and TIME. */
    private static final Set<Integer> NUMBERS = Set.of(3, 4, 5);

    /** Time format as in {@code ls}: times of this year with the hour, others with the year. */
    private static final DateTimeFormatter THIS_YEAR = DateTimeFormatter.ofPattern("MMM dd HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter OTHER_YEAR = DateTimeFormatter.ofPattern("MMM dd  yyyy", Locale.ENGLISH);

    private final ZonedDateTime now;

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
        runs.forEach(run -> uses.merge(RunFinder.characters(run), 1, Integer::sum));
        TextTable text = new TextTable(NUMBERS);
        text.row(HEADER);
        for (RunRecord run : runs) {
            String characters = RunFinder.characters(run);
            boolean isEnough = !characters.isEmpty() && uses.getOrDefault(characters, 0) == 1;
            text.row(table.row(run, isEnough ? characters : run.id()));
        }
        return text.lines();
    }

    private String[] row(RunRecord run, String id) {
        RunStatus status = run.status();
        String damage = run.damage();
        String name = run.name();
        return new String[] {
            id,
            run.command(),
            run.state().toString(),
            status == null ? NONE : status.step() + "/" + status.steps(),
            status == null || status.loss() == null ? NONE : Progress.number(status.loss()),
            status == null ? NONE : ExpectedDuration.inWords(status.seconds()),
            started(run.started()),
            damage == null ? name : (name + " (" + damage + ")").strip()
        };
    }

    private String started(@Nullable Instant started) {
        if (started == null) {
            return NONE;
        }
        ZonedDateTime time = started.atZone(now.getZone());
        return (time.getYear() == now.getYear() ? THIS_YEAR : OTHER_YEAR).format(time);
    }
}
