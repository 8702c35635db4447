package io.alchemi.config.layer;

import io.alchemi.config.diagnose.FileProblem;
import io.alchemi.config.tree.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Source that reads a YAML resource of the class path.
 *
 * @param loader the loader that finds it
 * @param name the name from the root, with {@code /} between folders
 */
record ResourceSource(ClassLoader loader, String name) implements Source {

    @Override
    public boolean isDocument() {
        return true;
    }

    @Override
    public Source beside(String other) {
        int folder = name.lastIndexOf('/') + 1;
        return new ResourceSource(loader, resolved(other.startsWith("/") ? other : name.substring(0, folder) + other));
    }

    /** Returns a path without {@code .} and {@code ..}. */
    private static String resolved(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (part.equals("..") && !parts.isEmpty()) {
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    /** Returns what to write if a module hides the resource. A class loader finds those of a package only if the package is open. */
    private String hint() {
        int folder = name.lastIndexOf('/');
        String packageName = name.substring(0, Math.max(0, folder)).replace('/', '.');
        for (Module module : ModuleLayer.boot().modules()) {
            if (module.getPackages().contains(packageName) && !module.isOpen(packageName)) {
                return "; its folder is a package of the module " + module.getName()
                        + ": move it to a folder that is none, or add" + " 'opens " + packageName
                        + ";' to the module-info.java";
            }
        }
        return "";
    }

    @Override
    public @Nullable Mapping read(ReadContext reading) {
        String shown = "classpath:" + name;
        try (InputStream in = loader.getResourceAsStream(name)) {
            return (in == null
                            ? FileText.unreadable(shown, "resource not found" + hint())
                            : FileText.of(shown, in, reading.limits()))
                    .read(reading);
        } catch (IOException e) {
            return FileText.unreadable(shown, FileProblem.describe(e)).read(reading);
        }
    }
}
