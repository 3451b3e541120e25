// Prints what Flink reads of each folder that the file args[0] names, and what it reads again after
// its own writer (native Kubernetes, YARN and the image write the file anew). Tab separated:
//   folder, path
//   read | flat | nested, key, encoded value
//   failed, step, reason
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;

public final class ReadConfigurations {
    public static void main(String[] args) throws Exception {
        for (Path folder : Configurations.folders(args[0])) {
            System.out.println("folder\t" + folder);
            read(folder);
        }
    }

    private static void read(Path folder) {
        Configuration configuration;
        try {
            configuration = Configurations.load(folder);
        } catch (Throwable e) {
            failed("read", e);
            return;
        }
        print("read", configuration);
        Method writer = writer();
        if (writer == null) return;
        for (boolean flat : new boolean[] {true, false}) {
            String step = flat ? "flat" : "nested";
            try {
                print(step, rewritten(configuration, folder, writer, flat));
            } catch (Throwable e) {
                failed(step, e);
            }
        }
    }

    /** Null before 1.19, which wrote `key: value` lines. */
    private static Method writer() {
        for (Method method : ConfigurationUtils.class.getMethods()) {
            if (method.getName().equals("convertConfigToWritableLines")) return method;
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Configuration rewritten(
            Configuration configuration, Path folder, Method writer, boolean flat)
            throws Exception {
        Configurations.useFormatOf(folder);
        List<String> lines = (List<String>) writer.invoke(null, configuration, flat);
        Path copy = Files.createTempDirectory("rewritten");
        Path file = copy.resolve(Configurations.isLegacy(folder) ? "flink-conf.yaml" : "config.yaml");
        Files.write(file, lines);
        Configuration again = Configurations.load(copy);
        Files.delete(file);
        Files.delete(copy);
        return again;
    }

    private static void print(String step, Configuration configuration) {
        for (Map.Entry<String, String> entry : new TreeMap<>(configuration.toMap()).entrySet()) {
            System.out.println(
                    step + "\t" + entry.getKey() + "\t" + Configurations.encoded(entry.getValue()));
        }
    }

    private static void failed(String step, Throwable thrown) {
        Throwable cause = thrown instanceof InvocationTargetException ? thrown.getCause() : thrown;
        System.out.println("failed\t" + step + "\t" + Configurations.encoded(cause.toString()));
    }

    private ReadConfigurations() {}
}
