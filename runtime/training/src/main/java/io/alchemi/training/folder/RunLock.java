package io.alchemi.training.folder;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Prevents two processes from writing to the same run folder. Locks the file {@code .lock}; the lock always ends with the process. If the
 * file system has no locks, which is common on NFS, only the status file protects the run: it names the process and has a heartbeat.
 */
public final class RunLock implements Closeable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a folder.
     *
     * @param run the folder
     * @return the lock, which must be closed at the end of the run
     * @throws IOException if another process uses the run, or the folder cannot be written
     */
    public static RunLock acquire(Path run) throws IOException {
        FileChannel channel =
                FileChannel.open(run.resolve(RunFiles.LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            boolean locked = isLocked(channel);
            RunStatus status = RunStatus.readIfPresent(run);
            if (!locked || (status != null && status.isWrittenByAnother())) {
                throw new IOException(run + " is in use by " + (status == null ? "another process" : status.writer()));
            }
            return new RunLock(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns false if another process, or this one, holds the lock. Returns true if the file system has no locks. */
    private static boolean isLocked(FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
