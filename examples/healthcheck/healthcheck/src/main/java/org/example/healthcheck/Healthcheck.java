package org.example.healthcheck;

import io.alchemi.command.CommandAction;
import io.alchemi.command.CommandContext;
import io.alchemi.command.CommandException;
import io.alchemi.schema.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Checks all endpoints. The class HealthcheckMain, its command line, is generated. */
@Command("healthcheck")
public final class Healthcheck implements CommandAction<HealthcheckConfig> {
    @Override
    public int run(HealthcheckConfig config, CommandContext context) {
        List<Result> results = check(config);
        context.out().println(config.json() ? Result.json(results) : Result.lines(results));
        return results.stream().allMatch(Result::isHealthy) ? 0 : 1;
    }

    private static List<Result> check(HealthcheckConfig config) {
        Probe probe = new Probe();
        List<Callable<Result>> checks = new ArrayList<>();
        config.endpoints().forEach((name, endpoint) -> checks.add(() -> probe.check(name, endpoint)));
        ExecutorService executor = Executors.newFixedThreadPool(config.concurrency());
        try {
            List<Result> results = new ArrayList<>();
            for (Future<Result> result : executor.invokeAll(checks)) {
                results.add(result.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException("interrupted");
        } finally {
            executor.shutdownNow();
        }
    }
}
