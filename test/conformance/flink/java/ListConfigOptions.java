// Prints every configuration option that the Flink jars on the class path declare, tab separated:
//   option, key, type, enum constants, "deprecated" or nothing, prefix, declaring class
//   alias, key, successor, "deprecated" or "fallback", nothing, prefix, declaring class
// Reads static fields of type ConfigOption; starts nothing of Flink.
import java.io.File;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

public final class ListConfigOptions {
    private static final String OPTION = "org.apache.flink.configuration.ConfigOption";
    private static final byte[] MARK =
            (OPTION.replace('.', '/') + ";").getBytes(StandardCharsets.ISO_8859_1);

    public static void main(String[] args) throws Exception {
        TreeSet<String> rows = new TreeSet<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = new File(path).getName();
            if (!name.startsWith("flink-") || !name.endsWith(".jar")) continue;
            for (String className : classesWithOptions(path)) collect(className, rows);
        }
        rows.forEach(System.out::println);
    }

    private static List<String> classesWithOptions(String jar) throws Exception {
        List<String> found = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                if (!name.endsWith(".class") || !name.startsWith("org/apache/flink/")) continue;
                if (name.contains("/shaded/") || name.contains("/table/planner/")) continue;
                try (InputStream in = zip.getInputStream(entry)) {
                    if (contains(in.readAllBytes(), MARK)) {
                        found.add(name.substring(0, name.length() - 6).replace('/', '.'));
                    }
                }
            }
        }
        return found;
    }

    private static boolean contains(byte[] text, byte[] word) {
        outer:
        for (int at = 0; at <= text.length - word.length; at++) {
            for (int i = 0; i < word.length; i++) if (text[at + i] != word[i]) continue outer;
            return true;
        }
        return false;
    }

    private static void collect(String className, TreeSet<String> rows) {
        Field[] fields;
        try {
            fields = Class.forName(className, false, ListConfigOptions.class.getClassLoader())
                    .getDeclaredFields();
        } catch (Throwable e) {
            System.err.println("skipped " + className + ": " + e);
            return;
        }
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers())) continue;
            if (!field.getType().getName().equals(OPTION)) continue;
            try {
                field.setAccessible(true);
                describe(field, field.get(null), rows);
            } catch (Throwable e) {
                System.err.println("skipped " + className + "." + field.getName() + ": " + e);
            }
        }
    }

    private static void describe(Field field, Object option, TreeSet<String> rows) throws Exception {
        if (option == null) return;
        String key = (String) call(option, "key");
        Class<?> type = (Class<?>) call(option, "getClazz");
        boolean list = (Boolean) call(option, "isList");
        List<String> values = new ArrayList<>();
        if (type.isEnum()) {
            // Flink compares with the printed form, not with the name of the constant.
            for (Object constant : type.getEnumConstants()) values.add(constant.toString());
        }
        String typeName =
                (list ? "list:" : "") + type.getSimpleName() + (type.isEnum() ? ":enum" : "");
        String deprecated = field.isAnnotationPresent(Deprecated.class) ? "deprecated" : "";
        String where = prefixOf(field) + "\t" + field.getDeclaringClass().getName();
        rows.add(String.join(
                "\t", "option", key, typeName, String.join("|", values), deprecated, where));
        for (Object alias : (Iterable<?>) call(option, "fallbackKeys")) {
            String kind = (Boolean) call(alias, "isDeprecated") ? "deprecated" : "fallback";
            rows.add(String.join(
                    "\t", "alias", (String) call(alias, "getKey"), key, kind, "", where));
        }
    }

    /** The prefix of an option that only exists below another key, such as a reporter's name. */
    private static String prefixOf(Field field) throws Exception {
        List<Annotation> annotations = new ArrayList<>(List.of(field.getAnnotations()));
        annotations.addAll(List.of(field.getDeclaringClass().getAnnotations()));
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().getSimpleName().equals("SuffixOption")) {
                return (String) call(annotation, "value");
            }
        }
        return "";
    }

    private static Object call(Object target, String method) throws Exception {
        Class<?> type = target instanceof Annotation
                ? ((Annotation) target).annotationType()
                : target.getClass();
        Method found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(target);
    }
}
