// For every key of every folder that the file args[0] names: is it an option of this Flink, and does
// its value parse as the option's type? Tab separated:
//   folder, path
//   declared | unparsable | deprecated | alias | undeclared, key, encoded detail
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.FallbackKey;

public final class CheckOptions {
    private static final Pattern REPORTER =
            Pattern.compile("((?:metrics|traces|events)\\.reporter\\.[^.]+)\\.(.+)");

    /** The S3 plugin hands these to Hadoop as `fs.s3a.`. */
    private static final Pattern S3 = Pattern.compile("(?:s3|s3a|fs\\.s3a)\\.(.+)");

    private final Map<String, List<DeclaredOptions.Declared>> byKey = new HashMap<>();
    private final Map<Pattern, DeclaredOptions.Declared> belowPrefix = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();

    public static void main(String[] args) throws Exception {
        CheckOptions check = new CheckOptions(DeclaredOptions.onClassPath());
        for (Path folder : Configurations.folders(args[0])) {
            System.out.println("folder\t" + folder);
            Configuration configuration = Configurations.load(folder);
            for (String key : new TreeSet<>(configuration.keySet())) {
                check.print(key, configuration);
            }
        }
    }

    private CheckOptions(List<DeclaredOptions.Declared> all) {
        for (DeclaredOptions.Declared declared : all) {
            String key = declared.option.key();
            if (!declared.prefix.isEmpty()) {
                // `<parameter>` means "anything", which would let every misspelt key pass.
                if (!key.startsWith("<")) belowPrefix.put(pattern(declared.prefix, key), declared);
                continue;
            }
            byKey.computeIfAbsent(key, unused -> new ArrayList<>()).add(declared);
            for (FallbackKey alias : declared.option.fallbackKeys()) {
                aliases.putIfAbsent(alias.getKey(), key);
            }
        }
    }

    private static Pattern pattern(String prefix, String key) {
        String[] parts = (prefix + "." + key).split("<[^>]*>", -1);
        for (int i = 0; i < parts.length; i++) parts[i] = Pattern.quote(parts[i]);
        return Pattern.compile(String.join("[^.]+", parts));
    }

    private void print(String key, Configuration configuration) throws Exception {
        String verdict;
        String detail = "";
        List<DeclaredOptions.Declared> own = byKey.getOrDefault(key, List.of());
        if (own.stream().anyMatch(declared -> !declared.deprecated)) {
            verdict = "declared";
            for (DeclaredOptions.Declared declared : own) {
                detail += unparsable(declared.option, configuration);
            }
        } else if (aliases.containsKey(key)) {
            verdict = "alias";
            detail = aliases.get(key);
        } else if (!own.isEmpty()) {
            verdict = "deprecated";
        } else {
            detail = below(key, configuration);
            verdict = detail == null ? "undeclared" : "declared";
        }
        if (verdict.equals("declared") && !detail.isEmpty()) verdict = "unparsable";
        System.out.println(
                verdict + "\t" + key + "\t" + Configurations.encoded(detail == null ? "" : detail));
    }

    /** Empty: the key lies below a prefix that declares it. Null: none does. Else: why not parsed. */
    private String below(String key, Configuration configuration) throws Exception {
        String value = configuration.toMap().get(key);
        for (Map.Entry<Pattern, DeclaredOptions.Declared> entry : belowPrefix.entrySet()) {
            if (!entry.getKey().matcher(key).matches()) continue;
            ConfigOption<?> option = entry.getValue().option;
            return unparsable(option, Configuration.fromMap(Map.of(option.key(), value)));
        }
        for (List<DeclaredOptions.Declared> all : byKey.values()) {
            DeclaredOptions.Declared declared = all.get(0);
            if (declared.type() != Map.class) continue;
            if (!key.startsWith(declared.option.key() + ".")) continue;
            return unparsable(declared.option, configuration);
        }
        Matcher s3 = S3.matcher(key);
        if (s3.matches()) return hadoopReads("fs.s3a." + s3.group(1)) ? "" : null;
        Matcher reporter = REPORTER.matcher(key);
        if (!reporter.matches()) return null;
        String factory = configuration.toMap().get(reporter.group(1) + ".factory.class");
        return factory != null && names(factory, reporter.group(2)) ? "" : null;
    }

    private static String unparsable(ConfigOption<?> option, Configuration configuration) {
        try {
            configuration.getOptional(option);
            return "";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    /** A reporter reads its parameters by plain strings: some class of its jar must hold the name. */
    private static boolean names(String factory, String parameter) throws Exception {
        Class<?> type = Class.forName(factory, false, CheckOptions.class.getClassLoader());
        String jar = type.getProtectionDomain().getCodeSource().getLocation().getPath();
        return holds(jar, "org/apache/flink/", constant(parameter));
    }

    /** Hadoop's table of defaults, and the names that have none. */
    private static boolean hadoopReads(String name) throws Exception {
        byte[] row = ("<name>" + name + "</name>").getBytes(StandardCharsets.UTF_8);
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (!new File(jar).getName().startsWith("flink-s3-fs-hadoop")) continue;
            return holds(jar, "core-default", row)
                    || holds(jar, "org/apache/hadoop/fs/s3a/Constants.class", constant(name));
        }
        return false;
    }

    /** Whether an entry of `jar` whose path starts with `path` has `bytes` in it. */
    private static boolean holds(String jar, String path, byte[] bytes) throws Exception {
        try (ZipFile zip = new ZipFile(new File(jar))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.getName().startsWith(path)) continue;
                try (InputStream in = zip.getInputStream(entry)) {
                    if (DeclaredOptions.contains(in.readAllBytes(), bytes)) return true;
                }
            }
        }
        return false;
    }

    /** A string as the constant pool of a class holds it: tag, length, text. */
    private static byte[] constant(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[bytes.length + 3];
        all[0] = 1;
        all[1] = (byte) (bytes.length >> 8);
        all[2] = (byte) bytes.length;
        System.arraycopy(bytes, 0, all, 3, bytes.length);
        return all;
    }
}
