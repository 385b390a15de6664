package ecommerce.system.application;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;

/**
 * A library in the jar of a service. Services have the same library if its name and its content are the same.
 *
 * @param fileName the name of its file
 * @param checksum the CRC-32 of its content
 */
public record Library(String fileName, long checksum) {

    private static final String FOLDER = "BOOT-INF/lib/";

    /** Returns the libraries of a service's jar in the order of its class path. */
    static List<Library> of(Path packed) throws IOException {
        try (var zip = new ZipFile(packed.toFile())) {
            return zip.stream()
                    .filter(entry -> entry.getName().startsWith(FOLDER) && !entry.isDirectory())
                    .map(entry -> new Library(entry.getName().substring(FOLDER.length()), entry.getCrc()))
                    .toList();
        }
    }

    /**
     * Returns whether its classes use libraries that only some services have. In a training, a class of the common class
     * path can't use the classes of one service's own libraries.
     */
    boolean usesOptionalLibraries() {
        return fileName.matches("service-defaults-[0-9].*");
    }

    /** Returns whether it contains the class that runs a training. */
    boolean runsTraining() {
        return fileName.startsWith("service-defaults-startup-");
    }

    /** Returns its folder in the folder of all libraries. */
    Path folder(Path libraries) {
        return libraries.resolve("%08x".formatted(checksum));
    }

    /** Returns its file in the folder of all libraries. */
    Path path(Path libraries) {
        return folder(libraries).resolve(fileName);
    }
}
