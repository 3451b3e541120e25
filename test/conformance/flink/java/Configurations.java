// One emitted configuration as Flink itself takes it in.
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

final class Configurations {
    /** The folders that the file at `list` names, one a line. */
    static List<Path> folders(String list) throws Exception {
        List<Path> folders = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(list))) folders.add(Path.of(line));
        return folders;
    }

    /**
     * A folder with a configuration file is loaded by Flink's loader. One with `map.tsv` (keys and
     * encoded values) stands for `spec.flinkConfiguration`, which the operator holds as a map.
     */
    static Configuration load(Path folder) throws Exception {
        Path map = folder.resolve("map.tsv");
        if (Files.exists(map)) return Configuration.fromMap(readMap(map));
        useFormatOf(folder);
        return GlobalConfiguration.loadConfiguration(folder.toString());
    }

    /** 1.19 and 1.20 keep the format of the last file read in a static field. */
    static void useFormatOf(Path folder) throws Exception {
        if (!knowsBothFormats()) return;
        GlobalConfiguration.class
                .getMethod("setStandardYaml", boolean.class)
                .invoke(null, !isLegacy(folder));
    }

    /** Whether `key: value` lines are read and written; the operator writes those for every 1.x. */
    static boolean isLegacy(Path folder) {
        return Files.exists(folder.resolve("flink-conf.yaml"))
                || Files.exists(folder.resolve("map.tsv")) && knowsBothFormats();
    }

    private static boolean knowsBothFormats() {
        return Arrays.stream(GlobalConfiguration.class.getMethods())
                .anyMatch(method -> method.getName().equals("setStandardYaml"));
    }

    private static Map<String, String> readMap(Path file) throws Exception {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split("\t", 2);
            entries.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return entries;
    }

    /** Text that fits between tabs. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Configurations() {}
}
