package ecommerce.proxyclient.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sources that name texts of the pages, or the codes that texts are chosen by. */
record MessageSources(String folder) {

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*");
    private static final Pattern ENUM = Pattern.compile("enum \\w+ \\{([^;}]*)");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]+\\b");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

    /** Returns the constants of the first enum of a Java file. */
    Set<String> constants(String file) {
        var code = COMMENT.matcher(read(file + ".java")).replaceAll("");
        var constants = ENUM.matcher(code)
                .results()
                .limit(1)
                .flatMap(body -> CONSTANT.matcher(body.group(1).replaceAll("\\([^)]*\\)", ""))
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(constants).as("constants of %s", file).isNotEmpty();
        return constants;
    }

    /** Returns the string literals in the parts of a file that match a regular expression. */
    Set<String> literals(String file, String part) {
        var literals = Pattern.compile(part)
                .matcher(read(file))
                .results()
                .flatMap(found -> LITERAL.matcher(found.group()).results())
                .map(literal -> literal.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(literals).as("literals after '%s' in %s", part, file).isNotEmpty();
        return literals;
    }

    /** Returns the words of the first part of a file that matches a regular expression with one group. */
    Set<String> words(String file, String part) {
        var found = Pattern.compile(part).matcher(read(file));
        assertThat(found.find()).as("'%s' in %s", part, file).isTrue();
        return Set.of(found.group(1).split(", "));
    }

    /** Returns what the groups of a regular expression match in all Java files, templates and alert rules. */
    Set<String> all(String regex) {
        var pattern = Pattern.compile(regex);
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(path -> path.toString().matches(".*\\.(java|jte|rules\\.yml)"))
                    .flatMap(path -> pattern.matcher(read(path)).results())
                    .flatMap(MessageSources::groups)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> groups(MatchResult match) {
        return Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                .map(match::group)
                .filter(group -> group != null);
    }

    private String read(String file) {
        return read(Path.of(folder, file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
