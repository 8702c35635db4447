package io.alchemi.config.layer;

import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Source that reads YAML from a stream, once. */
final class StreamSource implements Source {
    private final String name;
    private final InputStream stream;
    private boolean isRead;

    StreamSource(String name, InputStream stream) {
        this.name = name;
        this.stream = stream;
    }

    @Override
    public String toString() {
        return "stream " + name;
    }

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        if (isRead) {
            return FileText.unreadable(name, "the stream was read by an earlier load")
                    .read(reading);
        }
        isRead = true;
        try (InputStream in = stream) {
            return FileText.of(name, in, reading.limits()).read(reading);
        } catch (IOException e) {
            return FileText.unreadable(name, FileProblem.describe(e)).read(reading);
        } catch (RuntimeException e) {
            return FileText.unreadable(name, "the stream threw " + e).read(reading);
        }
    }
}
