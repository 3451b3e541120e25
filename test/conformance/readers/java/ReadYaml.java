// Reads each file that a list names, and prints its documents as one line of JSON. What JSON does not
// have (dates, binaries, keys that are no text) is printed as text with an exclamation mark.
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

public final class ReadYaml {
    interface Reader {
        Iterable<Object> read(String text);
    }

    /** Arguments: the reader, and the file with the list. */
    public static void main(String[] arguments) throws Exception {
        Reader reader = arguments[0].equals("snakeyaml") ? ReadYaml::snakeyaml : ReadYaml::engine;
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String path : Files.readAllLines(Path.of(arguments[1]))) {
            out.println(answer(reader, Files.readString(Path.of(path))));
        }
        out.flush();
    }

    private static String answer(Reader reader, String text) {
        try {
            List<Object> documents = new ArrayList<>();
            reader.read(text).forEach(documents::add);
            return json(documents);
        } catch (RuntimeException failure) {
            return json("!refused: " + failure.getMessage());
        }
    }

    private static Iterable<Object> snakeyaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).loadAll(new StringReader(text));
    }

    private static Iterable<Object> engine(String text) {
        return new Load(LoadSettings.builder().build()).loadAllFromString(text);
    }

    private static String json(Object value) {
        if (value == null || value instanceof Boolean) return String.valueOf(value);
        if (value instanceof Number) return number((Number) value);
        if (value instanceof String) return quoted((String) value);
        StringBuilder text = new StringBuilder();
        if (value instanceof List) {
            for (Object item : (List<?>) value) text.append(",").append(json(item));
            return "[" + text.substring(Math.min(1, text.length())) + "]";
        }
        if (value instanceof Map) {
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                Object key = entry.getKey();
                String name = key instanceof String ? (String) key : "!key " + key;
                text.append(",").append(quoted(name)).append(":").append(json(entry.getValue()));
            }
            return "{" + text.substring(Math.min(1, text.length())) + "}";
        }
        return quoted("!" + value.getClass().getSimpleName() + " " + value);
    }

    private static String number(Number value) {
        double real = value.doubleValue();
        boolean finite = !Double.isNaN(real) && !Double.isInfinite(real);
        return finite ? String.valueOf(value) : quoted("!number " + value);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            boolean plain = each >= ' ' && each < 127 && each != '"' && each != '\\';
            quoted.append(plain ? String.valueOf(each) : String.format("\\u%04x", (int) each));
        }
        return quoted.append('"').toString();
    }
}
