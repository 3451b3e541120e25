// Every configuration option that the Flink jars on the class path declare, found by reading static
// fields of type ConfigOption. Starts nothing of Flink.
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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.flink.configuration.ConfigOption;

final class DeclaredOptions {
    private static final byte[] MARK =
            "org/apache/flink/configuration/ConfigOption;".getBytes(StandardCharsets.ISO_8859_1);

    /** A field that holds an option. */
    static final class Declared {
        final Field field;
        final ConfigOption<?> option;
        final boolean deprecated;
        /** Where the option only exists below another key, such as a reporter's name; else empty. */
        final String prefix;

        Declared(Field field, ConfigOption<?> option) throws Exception {
            this.field = field;
            this.option = option;
            this.deprecated = field.isAnnotationPresent(Deprecated.class);
            this.prefix = prefixOf(field);
        }

        Class<?> type() throws Exception {
            return (Class<?>) call(option, "getClazz");
        }

        boolean isList() throws Exception {
            return (Boolean) call(option, "isList");
        }
    }

    static List<Declared> onClassPath() throws Exception {
        List<Declared> found = new ArrayList<>();
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            String name = new File(path).getName();
            if (!name.startsWith("flink-") || !name.endsWith(".jar")) continue;
            for (String className : classesWithOptions(path)) collect(className, found);
        }
        return found;
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

    static boolean contains(byte[] text, byte[] word) {
        outer:
        for (int at = 0; at <= text.length - word.length; at++) {
            for (int i = 0; i < word.length; i++) if (text[at + i] != word[i]) continue outer;
            return true;
        }
        return false;
    }

    private static void collect(String className, List<Declared> found) {
        Field[] fields;
        try {
            fields = Class.forName(className, false, DeclaredOptions.class.getClassLoader())
                    .getDeclaredFields();
        } catch (Throwable e) {
            System.err.println("skipped " + className + ": " + e);
            return;
        }
        for (Field field : fields) {
            if (!Modifier.isStatic(field.getModifiers())) continue;
            if (field.getType() != ConfigOption.class) continue;
            try {
                field.setAccessible(true);
                ConfigOption<?> option = (ConfigOption<?>) field.get(null);
                if (option != null) found.add(new Declared(field, option));
            } catch (Throwable e) {
                System.err.println("skipped " + className + "." + field.getName() + ": " + e);
            }
        }
    }

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

    private DeclaredOptions() {}
}
