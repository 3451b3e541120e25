// Prints every configuration option that the Flink jars on the class path declare, tab separated:
//   option, key, type, enum constants, "deprecated" or nothing, prefix, declaring class
//   alias, key, successor, "deprecated" or "fallback", nothing, prefix, declaring class
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.configuration.FallbackKey;

public final class ListConfigOptions {
    public static void main(String[] args) throws Exception {
        TreeSet<String> rows = new TreeSet<>();
        for (DeclaredOptions.Declared declared : DeclaredOptions.onClassPath()) {
            describe(declared, rows);
        }
        rows.forEach(System.out::println);
    }

    private static void describe(DeclaredOptions.Declared declared, TreeSet<String> rows)
            throws Exception {
        String key = declared.option.key();
        Class<?> type = declared.type();
        List<String> values = new ArrayList<>();
        if (type.isEnum()) {
            // Flink compares with the printed form, not with the name of the constant.
            for (Object constant : type.getEnumConstants()) values.add(constant.toString());
        }
        String typeName = (declared.isList() ? "list:" : "")
                + type.getSimpleName()
                + (type.isEnum() ? ":enum" : "");
        String where = declared.prefix + "\t" + declared.field.getDeclaringClass().getName();
        rows.add(String.join(
                "\t",
                "option",
                key,
                typeName,
                String.join("|", values),
                declared.deprecated ? "deprecated" : "",
                where));
        for (FallbackKey alias : declared.option.fallbackKeys()) {
            String kind = alias.isDeprecated() ? "deprecated" : "fallback";
            rows.add(String.join("\t", "alias", alias.getKey(), key, kind, "", where));
        }
    }

    private ListConfigOptions() {}
}
